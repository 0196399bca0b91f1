package dev.core7.examples.vendor;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The example server. It prints a target file for {@code kit check}. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class VendorServer {
    /** Starts the server. */
    public static void main(String[] args) {
        SpringApplication.run(VendorServer.class, args);
    }
}
