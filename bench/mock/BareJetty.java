import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * Sends the same bytes as the mock and checks only the method: the lower limit for a server on Jetty. Arguments: port, file with the
 * response to GET, file with the response to POST.
 */
final class BareJetty extends Handler.Abstract.NonBlocking {
    private final byte[] list;
    private final byte[] created;

    private BareJetty(byte[] list, byte[] created) {
        this.list = list;
        this.created = created;
    }

    public static void main(String[] args) throws Exception {
        var server = new Server();
        var connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(Integer.parseInt(args[0]));
        server.addConnector(connector);
        server.setHandler(new BareJetty(Files.readAllBytes(Path.of(args[1])), Files.readAllBytes(Path.of(args[2]))));
        server.start();
        server.join();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        boolean get = request.getMethod().equals("GET");
        byte[] body = get ? list : created;
        response.setStatus(get ? 200 : 201);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }
}
