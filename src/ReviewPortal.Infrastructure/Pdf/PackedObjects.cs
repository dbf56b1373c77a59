using System.Text;
using static System.FormattableString;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>
/// Objects without a stream of their own, compressed together as an object stream (ISO 32000-1, 7.5.7): the structure that a screen reader follows is
/// hundreds of short ones that resemble each other.
/// </summary>
internal sealed class PackedObjects
{
    /// <summary>How many go into one stream: the references of this portal number them with two bytes.</summary>
    public const int Most = 10_000;

    private readonly StringBuilder _places = new();
    private readonly StringBuilder _contents = new();

    public int Count { get; private set; }

    public void Add(int number, string content)
    {
        _places.Append(Invariant($"{number} {_contents.Length} "));
        _contents.Append(content).Append('\n');
        Count++;
    }

    public byte[] AsObject(int number)
    {
        var packed = Compression.Deflate(Encoding.Latin1.GetBytes(_places.ToString() + _contents));
        var head = Invariant($"{number} 0 obj\n<</Type/ObjStm/N {Count}/First {_places.Length}/Filter/FlateDecode/Length {packed.Length}>>\nstream\n");
        return [.. Encoding.ASCII.GetBytes(head), .. packed, .. "\nendstream\nendobj\n"u8];
    }

    /// <summary>The objects of such a stream in their order.</summary>
    /// <param name="first">Where in the stream the first object begins.</param>
    public static IEnumerable<(int Number, string Content)> ReadAll(string stream, int first)
    {
        var places = stream[..first].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(place => PdfText.Number(place)).ToArray();
        for (var at = 0; at < places.Length; at += 2) yield return (places[at], stream[(first + places[at + 1])..(at + 3 < places.Length ? first + places[at + 3] : stream.Length)].Trim());
    }
}
