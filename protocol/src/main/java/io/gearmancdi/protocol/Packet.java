package io.gearmancdi.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * One packet: its type and all its arguments in wire order, opaque data last.
 *
 * <p>Ownership: the arrays are not copied, neither on the way in nor on the way out. Whoever makes a packet gives its
 * arrays away and nobody changes them afterwards; in return a payload travels from socket to socket without a copy and
 * one array may be part of any number of packets.
 *
 * @param type the type, which fixes the number of arguments
 * @param arguments as many as {@link PacketType#arguments()} names
 */
@SuppressWarnings("ArrayRecordComponent") // see the rule of ownership
public record Packet(PacketType type, byte[][] arguments) implements Frame {
    private static final byte[][] NONE = {};

    /**
     * Made with all arguments of the type.
     *
     * @param type the type
     * @param arguments its arguments in wire order, given away
     * @throws IllegalArgumentException where their number is not that of the type
     */
    public Packet {
        if (arguments.length != type.arguments().size()) {
            throw new IllegalArgumentException(
                    type + " takes the arguments " + type.arguments() + ", not " + arguments.length + " arguments");
        }
    }

    /**
     * A packet of byte strings.
     *
     * @param type the type
     * @param arguments its arguments in wire order, given away
     * @return the packet
     * @throws IllegalArgumentException where their number is not that of the type
     */
    public static Packet of(PacketType type, byte[]... arguments) {
        return new Packet(type, arguments);
    }

    /**
     * A packet whose arguments are all text.
     *
     * @param type the type
     * @param arguments its arguments in wire order, sent as UTF-8
     * @return the packet
     * @throws IllegalArgumentException where their number is not that of the type
     */
    public static Packet ofText(PacketType type, String... arguments) {
        var bytes = arguments.length == 0 ? NONE : new byte[arguments.length][];
        for (int i = 0; i < arguments.length; i++) {
            bytes[i] = arguments[i].getBytes(UTF_8);
        }
        return new Packet(type, bytes);
    }

    /**
     * An argument as it came.
     *
     * @param index its place in {@link PacketType#arguments()}
     * @return the array itself, not a copy
     */
    public byte[] bytes(int index) {
        return arguments[index];
    }

    /**
     * An argument as text.
     *
     * @param index its place in {@link PacketType#arguments()}
     * @return the argument read as UTF-8, malformed bytes replaced
     */
    public String text(int index) {
        return new String(arguments[index], UTF_8);
    }

    /**
     * The last argument, which is the opaque data where the type has any.
     *
     * @return the array itself, not a copy
     */
    public byte[] data() {
        return arguments[arguments.length - 1];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Packet that && type == that.type && Arrays.deepEquals(arguments, that.arguments);
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + Arrays.deepHashCode(arguments);
    }

    /** Type and lengths only: workloads do not belong into logs. */
    @Override
    public String toString() {
        var text = new StringBuilder(type.name());
        for (int i = 0; i < arguments.length; i++) {
            text.append(i == 0 ? "(" : ", ").append(type.arguments().get(i)).append(": ");
            text.append(arguments[i].length);
        }
        return text.append(arguments.length == 0 ? "" : ")").toString();
    }
}
