package dev.countersign.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;

/**
 * Makes the sockets of one pool, and can cut them all: whoever waits for an answer on one of them has an error then. The
 * driver makes an object of this class by its name, for each connection, and gives it the pool's name.
 */
public final class Lines extends SocketFactory {

    private static final Map<String, Set<Socket>> OPEN = new ConcurrentHashMap<>();

    private final Set<Socket> mine;

    public Lines(String pool) {
        this.mine = of(pool);
    }

    private static Set<Socket> of(String pool) {
        return OPEN.computeIfAbsent(
                pool, _ -> Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>())));
    }

    /** Closes every socket that the pool has now. */
    static void cut(String pool) {
        Set<Socket> sockets = of(pool);
        synchronized (sockets) {
            List.copyOf(sockets).forEach(Lines::close);
            sockets.clear();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to cut a line to the database, but it can't be closed.", e);
        }
    }

    @Override
    public Socket createSocket() {
        var socket = new Socket();
        mine.add(socket);
        return socket;
    }

    /** The driver asks for an unconnected socket only. */
    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("Expected to be asked for a socket that is not connected.");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        return createSocket(host.getHostAddress(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        return createSocket(host, port);
    }
}
