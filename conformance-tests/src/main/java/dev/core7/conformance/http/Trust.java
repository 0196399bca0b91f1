package dev.core7.conformance.http;

import dev.core7.contract.InputException;
import dev.core7.contract.InputFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.apache.http.conn.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Which certificates of an HTTPS server are trusted. */
@SuppressWarnings("deprecation") // The kind of client that REST-assured works with takes this socket factory.
public final class Trust {
    /** Trusts what Java trusts. */
    public static final Trust DEFAULT = new Trust(context(null), false);

    private final SSLContext context;
    private final boolean anyHost;

    private Trust(SSLContext context, boolean anyHost) {
        this.context = context;
        this.anyHost = anyHost;
    }

    /**
     * Trusts the certificates in a PEM file as well: those of authorities, or a server's own.
     *
     * @throws InputException if the file cannot be read or has none
     */
    public static Trust with(Path pem) {
        try {
            var certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(InputFile.bytes(pem, InputFile.HAND_WRITTEN_LIMIT)));
            if (certificates.isEmpty()) {
                throw new InputException(pem + ": has no certificate: give a PEM file");
            }
            return new Trust(context(factory(new ArrayList<>(certificates)).getTrustManagers()), false);
        } catch (IOException | GeneralSecurityException e) {
            throw new InputException(pem + ": is no PEM file of certificates that can be read", e);
        }
    }

    /** Trusts every certificate and host name, so that anybody between can read the keys. */
    public static Trust everything() {
        return new Trust(context(new TrustManager[] {new Everything()}), true);
    }

    SSLSocketFactory sockets() {
        return new SSLSocketFactory(
                context,
                anyHost
                        ? SSLSocketFactory.ALLOW_ALL_HOSTNAME_VERIFIER
                        : SSLSocketFactory.BROWSER_COMPATIBLE_HOSTNAME_VERIFIER);
    }

    private static TrustManagerFactory factory(List<Certificate> more) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        var all = new ArrayList<>(more);
        var java = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        java.init((KeyStore) null);
        for (TrustManager manager : java.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                all.addAll(List.of(x509.getAcceptedIssuers()));
            }
        }
        for (Certificate certificate : all) {
            store.setCertificateEntry(String.valueOf(store.size()), certificate);
        }
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }

    private static SSLContext context(TrustManager @Nullable [] managers) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Everything implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
