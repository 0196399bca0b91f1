package dev.core7.examples.vendor;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The server; it prints the target file to judge it with. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class VendorServer {
    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(VendorServer.class, args);
    }
}
