using System.Buffers.Binary;
using System.Text;
using static System.FormattableString;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>Where the objects of a file, or of an update of it, stand: the cross-reference stream at its end (ISO 32000-1, 7.5.8).</summary>
internal sealed class CrossReferences
{
    private const int Width = 7;
    private const byte Free = 0;
    private const byte InFile = 1;
    private const byte InStream = 2;

    private readonly SortedDictionary<int, byte[]> _rows = [];

    /// <summary>In a whole file number 0 heads the list of free numbers.</summary>
    public static CrossReferences OfAFile()
    {
        var references = new CrossReferences();
        references.Add(0, Free, 0, ushort.MaxValue);
        return references;
    }

    /// <param name="offset">In bytes from the beginning of the file.</param>
    public void At(int number, int offset) => Add(number, InFile, offset, 0);

    /// <param name="stream">The number of the object stream it is packed in.</param>
    /// <param name="index">Its place among those in that stream, from 0.</param>
    public void Packed(int number, int stream, int index) => Add(number, InStream, stream, checked((ushort)index));

    /// <summary>The end of the file, from the stream with the references on.</summary>
    /// <param name="number">Of the stream: the last one of the file.</param>
    /// <param name="offset">Where it will stand, in bytes from the beginning of the file.</param>
    /// <param name="trailer">Entries about the whole file: its catalog, its identifier.</param>
    public byte[] End(int number, int offset, string trailer)
    {
        At(number, offset);
        var rows = Compression.Deflate([.. _rows.Values.SelectMany(row => row)]);
        var head = Invariant($"{number} 0 obj\n<<{trailer}/Type/XRef/W[1 4 2]/Index[{Sections()}]/Size {number + 1}/Filter/FlateDecode/Length {rows.Length}>>\nstream\n");
        return [.. Encoding.Latin1.GetBytes(head), .. rows, .. Encoding.ASCII.GetBytes(Invariant($"\nendstream\nendobj\nstartxref\n{offset}\n%%EOF\n"))];
    }

    /// <summary>Reads a row of a whole file.</summary>
    /// <returns>In which stream the object is packed, and its place there; null for an object that stands by itself.</returns>
    public static (int Stream, int Index)? PlaceInStream(ReadOnlySpan<byte> rows, int number)
    {
        var row = rows.Slice(number * Width, Width);
        return row[0] is InStream ? (BinaryPrimitives.ReadInt32BigEndian(row[1..]), BinaryPrimitives.ReadUInt16BigEndian(row[5..])) : null;
    }

    /// <inheritdoc cref="PlaceInStream"/>
    /// <returns>In bytes from the beginning of the file.</returns>
    public static int Offset(ReadOnlySpan<byte> rows, int number) => BinaryPrimitives.ReadInt32BigEndian(rows[((number * Width) + 1)..]);

    public static int Count(ReadOnlySpan<byte> rows) => rows.Length / Width;

    private void Add(int number, byte kind, int place, ushort more)
    {
        var row = new byte[Width];
        row[0] = kind;
        BinaryPrimitives.WriteInt32BigEndian(row.AsSpan(1), place);
        BinaryPrimitives.WriteUInt16BigEndian(row.AsSpan(5), more);
        _rows.Add(number, row);
    }

    // "first count" for every run of numbers that follow each other.
    private string Sections()
    {
        var (sections, runs) = (new StringBuilder(), _rows.Keys.Select((number, at) => (Number: number, Run: number - at)).GroupBy(item => item.Run, item => item.Number));
        foreach (var run in runs) sections.Append(Invariant($" {run.First()} {run.Count()}"));
        return sections.ToString().TrimStart();
    }
}
