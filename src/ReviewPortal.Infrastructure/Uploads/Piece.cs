using System.Globalization;
using Microsoft.Win32.SafeHandles;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Infrastructure.Uploads;

/// <summary>
/// A stretch of an upload that was written in one go: header and chunks of the published format, under a salt of its own. It ends after a whole chunk, or
/// with a shorter one, and is never written on: a nonce cannot come twice.
/// </summary>
/// <param name="From">Where in the upload it begins.</param>
/// <param name="Length">Bytes, before they were sealed.</param>
internal sealed record Piece(string Path, long From, long Length)
{
    private const string Extension = ".piece";

    public long To => From + Length;

    public static string Name(string folder, long from) => System.IO.Path.Combine(folder, from.ToString("D15", CultureInfo.InvariantCulture) + Extension);

    // A piece opens in its own upload and at its own place only.
    public static string Context(Guid upload, long from) => string.Create(CultureInfo.InvariantCulture, $"reviewportal upload {upload:D} {from}");

    public static int Count(string folder) => Directory.EnumerateFiles(folder, "*" + Extension).Count();

    /// <summary>The pieces in a folder, in their order, as long as they seem to be.</summary>
    public static List<Piece> All(string folder) => [.. new DirectoryInfo(folder).EnumerateFiles("*" + Extension)
        .Select(file => new Piece(file.FullName, long.Parse(System.IO.Path.GetFileNameWithoutExtension(file.Name), CultureInfo.InvariantCulture), PlainLength(file.Length)))
        .OrderBy(piece => piece.From)];

    /// <summary>
    /// What is whole in a piece that may have been cut off by a killed server or a power cut: it is read through, and cut back to its last whole chunk.
    /// Null when nothing of it is left.
    /// </summary>
    public Piece? Mended(Guid upload, byte[] key)
    {
        var whole = WholeBytes(upload, key);
        if (whole == Length && new FileInfo(Path).Length == SealedLength(whole)) return whole > 0 ? this : Gone();
        if (whole is 0) return Gone();
        using (var file = File.OpenHandle(Path, FileMode.Open, FileAccess.Write))
        {
            RandomAccess.SetLength(file, SealedLength(whole));
            RandomAccess.FlushToDisk(file);
        }

        return this with { Length = whole };
    }

    /// <summary>How long a piece is at rest.</summary>
    public static long SealedLength(long plain) =>
        ChunkCipher.HeaderSize + plain / ChunkCipher.ChunkSize * ChunkCipher.SealedChunkSize + (plain % ChunkCipher.ChunkSize is > 0 and var rest ? rest + ChunkCipher.TagSize : 0);

    private static long PlainLength(long atRest)
    {
        var (whole, rest) = Math.DivRem(Math.Max(0, atRest - ChunkCipher.HeaderSize), ChunkCipher.SealedChunkSize);
        return whole * ChunkCipher.ChunkSize + Math.Max(0, rest - ChunkCipher.TagSize);
    }

    private Piece? Gone()
    {
        File.Delete(Path);
        return null;
    }

    private long WholeBytes(Guid upload, byte[] key)
    {
        try
        {
            using var open = OpenPiece.Of(this, upload, key);
            var plain = new byte[PieceWriter.Step];
            long whole = 0;
            while (open.Read(whole, plain, sloppyEnd: true) is > 0 and var read) whole += read;
            return whole;
        }
        catch (DamagedRecordingException)
        {
            return 0; // Not even its header is whole.
        }
    }
}

/// <summary>A piece while it is read, chunk by chunk, and never a byte that was not checked.</summary>
internal sealed class OpenPiece : IDisposable
{
    private readonly Piece _piece;
    private readonly SafeFileHandle _file;
    private readonly ChunkCipher _cipher;

    private OpenPiece(Piece piece, SafeFileHandle file, ChunkCipher cipher) => (_piece, _file, _cipher) = (piece, file, cipher);

    public Piece Piece => _piece;

    public static OpenPiece Of(Piece piece, Guid upload, byte[] key)
    {
        var file = File.OpenHandle(piece.Path);
        try
        {
            Span<byte> header = stackalloc byte[ChunkCipher.HeaderSize];
            if (ReadAll(file, header, 0) < header.Length) throw new DamagedRecordingException("The beginning of a piece is missing");
            return new OpenPiece(piece, file, ChunkCipher.ForOpening(key, Piece.Context(upload, piece.From), header));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads whole chunks from a boundary between chunks on.</summary>
    /// <param name="sloppyEnd">Stops before the first chunk that is not what was sealed, instead of complaining.</param>
    /// <returns>Bytes; 0 at the end.</returns>
    public int Read(long from, Span<byte> into, bool sloppyEnd = false)
    {
        var wanted = (int)Math.Min(into.Length, _piece.Length - from);
        if (wanted <= 0) return 0;
        var chunks = (wanted + ChunkCipher.ChunkSize - 1) / ChunkCipher.ChunkSize;
        var atRest = new byte[wanted + chunks * ChunkCipher.TagSize];
        var read = ReadAll(_file, atRest, ChunkCipher.HeaderSize + from / ChunkCipher.ChunkSize * ChunkCipher.SealedChunkSize);
        var done = 0;
        foreach (var chunk in Enumerable.Range(0, chunks))
        {
            var size = Math.Min(ChunkCipher.ChunkSize, wanted - done);
            var place = chunk * ChunkCipher.SealedChunkSize;
            try
            {
                if (place + size + ChunkCipher.TagSize > read) throw new DamagedRecordingException("The end of a piece is missing");
                _cipher.Open(from / ChunkCipher.ChunkSize + chunk, atRest.AsSpan(place, size + ChunkCipher.TagSize), into.Slice(done, size));
            }
            catch (DamagedRecordingException) when (sloppyEnd)
            {
                return done;
            }

            done += size;
        }

        return done;
    }

    public void Dispose()
    {
        _cipher.Dispose();
        _file.Dispose();
    }

    private static int ReadAll(SafeFileHandle file, Span<byte> into, long from)
    {
        var all = 0;
        while (all < into.Length && RandomAccess.Read(file, into[all..], from + all) is > 0 and var read) all += read;
        return all;
    }
}
