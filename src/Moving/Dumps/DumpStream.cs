using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using ZstdSharp;

namespace FlowEngine.Moving.Dumps;

/// <summary>Opens a dump as it is: plain, gzip or zstd, which their first bytes tell, in UTF-8, a charset of one byte a letter, or UTF-16.</summary>
public static class DumpStream
{
    private const int Magic = 262;

    private static readonly (byte[] Start, string Refusal)[] s_others =
    [
        ("PK"u8.ToArray(), "is a zip archive: unpack it, and give the SQL file in it"),
        ("BZh"u8.ToArray(), "is compressed by bzip2: unpack it with 'bunzip2' first"),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'], "is compressed by xz: unpack it with 'unxz' first"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "is a 7-Zip archive: unpack it, and give the SQL file in it"),
        ([0x04, 0x22, 0x4D, 0x18], "is compressed by lz4: unpack it with 'unlz4' first"),
        ("Rar!"u8.ToArray(), "is a RAR archive: unpack it, and give the SQL file in it"),
        ("SQLite format 3"u8.ToArray(), "is a SQLite database, not a dump: name it with --from"),
        ("PGDMP"u8.ToArray(), "is a dump of PostgreSQL in its own format, which only pg_restore reads: restore it, and name the database with --from"),
    ];

    /// <exception cref="InvalidDataException">What cannot be read as a dump, with what to do.</exception>
    public static Stream Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw new InvalidDataException($"{path} is a folder: give the dump's file.");
        }

        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        try
        {
            return Unpack(file, path);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static Stream Unpack(FileStream file, string path)
    {
        Span<byte> start = stackalloc byte[Magic];
        start = start[..file.ReadAtLeast(start, Magic, throwOnEndOfStream: false)];
        file.Position = 0;
        if (start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            return Text(file, leaveOpen => new GZipStream(file, CompressionMode.Decompress, leaveOpen));
        }

        // A frame, or one that a reader skips and a frame after it.
        if (start.Length >= 4 && BinaryPrimitives.ReadUInt32LittleEndian(start) is 0xFD2FB528 or (>= 0x184D2A50 and <= 0x184D2A5F))
        {
            return Text(file, leaveOpen => new DecompressionStream(file, leaveOpen: leaveOpen));
        }

        return Refusal(start) is { } refusal ? throw new InvalidDataException($"{path} {refusal}.") : Text(file, _ => file);
    }

    private static string? Refusal(ReadOnlySpan<byte> start)
    {
        foreach (var (other, refusal) in s_others)
        {
            if (start.StartsWith(other))
            {
                return refusal;
            }
        }

        return start.Length >= Magic && start[257..].StartsWith("ustar"u8) ? "is a tar archive: unpack it, and give the SQL file in it" : null;
    }

    /// <summary>UTF-16 is how PowerShell writes what a program prints.</summary>
    /// <param name="unpacked">Reads the file from where it stands; called twice, since the mark at the beginning says how to read the rest.</param>
    private static Stream Text(FileStream file, Func<bool, Stream> unpacked)
    {
        var start = new byte[3];
        var first = unpacked(true);
        var read = Read(first, start);
        if (first != file)
        {
            first.Dispose();
        }

        file.Position = 0;
        Encoding? wide = read >= 2 && start is [0xFF, 0xFE, ..] ? new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true)
            : read >= 2 && start is [0xFE, 0xFF, ..] ? new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true)
            : null;
        var mark = wide is not null ? 2 : read == 3 && start is [0xEF, 0xBB, 0xBF] ? 3 : 0;
        var stream = unpacked(false);
        Read(stream, start.AsSpan(0, mark));
        return wide is null ? stream : Encoding.CreateTranscodingStream(stream, wide, DumpCharsets.Usual);
    }

    private static int Read(Stream stream, Span<byte> start)
    {
        try
        {
            return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        }
        catch (Exception fault) when (DumpFault.IsUnreadable(fault))
        {
            throw DumpFault.Unreadable(fault, line: 1);
        }
    }
}
