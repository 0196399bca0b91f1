package dev.core7.mock.jetty;

import dev.core7.contract.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * A self-signed certificate for this machine's names. The JDK's {@code keytool} creates it when a mock starts; it is valid for a year.
 *
 * @param keyStore a PKCS #12 file that only its owner can read; deleted when the process ends
 * @param password the password of the file
 * @param pem the certificate without its key, for clients to trust
 */
public record SelfSignedCertificate(Path keyStore, String password, String pem) {
    private static final String ALIAS = "mock";

    /**
     * Creates a certificate for {@code localhost}, the loopback addresses and one more address.
     *
     * @throws InputException if this Java has no working {@code keytool}
     */
    public static SelfSignedCertificate create(String address) {
        try {
            var folder = Files.createTempDirectory("core7-mock");
            var file = folder.resolve("mock.p12");
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            String password = UUID.randomUUID().toString();
            run(command(file, address), password);
            return new SelfSignedCertificate(file, password, pem(file, password));
        } catch (IOException | GeneralSecurityException e) {
            throw new InputException("cannot create a certificate for HTTPS: " + e.getMessage(), e);
        }
    }

    private static List<String> command(Path file, String address) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-alias", ALIAS, "-keyalg", "EC", "-groupname", "secp256r1"));
        command.addAll(List.of("-dname", "CN=localhost", "-validity", "365", "-ext", "san=" + names(address)));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", file.toString(), "-storepass:env", "PASSWORD"));
        return command;
    }

    private static String names(String address) {
        String names = "dns:localhost,ip:127.0.0.1,ip:0:0:0:0:0:0:0:1";
        boolean isNew = address.matches("[0-9.]+") && !names.contains(address);
        return isNew ? names + ",ip:" + address : names;
    }

    /** Passes the password in the environment, because other users of the machine can read arguments. */
    private static void run(List<String> command, String password) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PASSWORD", password);
        var process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool: " + output.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String pem(Path file, String password) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(file.toFile(), password.toCharArray());
        var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'});
        return "-----BEGIN CERTIFICATE-----\n"
                + base64.encodeToString(store.getCertificate(ALIAS).getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}
