package dev.countersign.registry.files;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The text of a file in one of the encodings that spreadsheets write.
 *
 * @param guessed whether it does not say its encoding and was taken for Windows-1252
 * @param bad why it could not be read; then there is no text
 */
record Decoded(String text, boolean guessed, Optional<BadRow> bad) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static Decoded of(byte[] file) {
        if (startsWith(file, 'P', 'K', 3, 4)) {
            return bad(1, "it is a workbook or an archive, not a text; save the sheet as CSV and choose that");
        }
        if (startsWith(file, 0xFF, 0xFE)) {
            return strictly(file, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(file, 0xFE, 0xFF)) {
            return strictly(file, 2, StandardCharsets.UTF_16BE);
        }
        boolean marked = startsWith(file, 0xEF, 0xBB, 0xBF);
        Decoded unicode = strictly(file, marked ? 3 : 0, StandardCharsets.UTF_8);
        return unicode.bad().isEmpty() || marked || isPartlyUnicode(file) ? unicode : windows(file);
    }

    private static Decoded windows(byte[] file) {
        Decoded read = strictly(file, 0, WINDOWS);
        return new Decoded(read.text(), read.bad().isEmpty(), read.bad());
    }

    private static Decoded strictly(byte[] file, int from, Charset charset) {
        ByteBuffer bytes = ByteBuffer.wrap(file, from, file.length - from);
        CharBuffer text = CharBuffer.allocate(file.length);
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        if (decoder.decode(bytes, text, true).isError()) {
            return bad(lineOf(file, bytes.position()), "this line is written in another encoding than UTF-8");
        }
        String read = text.flip().toString();
        int nothing = read.indexOf('\0');
        return nothing < 0
                ? new Decoded(read, false, Optional.empty())
                : bad(lineOf(read.getBytes(StandardCharsets.UTF_8), nothing), "this line is no text; save it as UTF-8");
    }

    /** Taking the rest for another encoding would spell wrongly what is right. */
    private static boolean isPartlyUnicode(byte[] file) {
        String read = new String(file, StandardCharsets.UTF_8);
        return read.codePoints().anyMatch(point -> point >= 0x80 && point != 0xFFFD);
    }

    private static boolean startsWith(byte[] file, int... signature) {
        for (int i = 0; i < signature.length; i++) {
            if (file.length <= i || (file[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    private static int lineOf(byte[] file, int position) {
        int line = 1;
        for (int i = 0; i < Math.min(position, file.length); i++) {
            line += file[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private static Decoded bad(int line, String reason) {
        return new Decoded("", false, Optional.of(new BadRow(line, 1, "", reason)));
    }
}
