using System.Buffers.Binary;
using System.Text;

namespace ReviewPortal.Infrastructure.Media;

/// <summary>The boxes inside a box that was read whole (ISO/IEC 14496-12, 4.2). A child that claims more than its parent holds ends the row.</summary>
internal ref struct Mp4Box(ReadOnlySpan<byte> parent)
{
    /// <summary>Size, type, and the long size that some boxes have.</summary>
    public const int LongestHead = 16;

    private ReadOnlySpan<byte> _rest = parent;

    public string Type { get; private set; } = "";

    public ReadOnlySpan<byte> Body { get; private set; }

    public bool Next()
    {
        if (!TryReadHead(_rest, out var type, out var head, out var size)) return false;
        var whole = size == 0 ? _rest.Length : size;
        if (whole > _rest.Length) return false;
        Type = type;
        Body = _rest[head..(int)whole];
        _rest = _rest[(int)whole..];
        return true;
    }

    /// <summary>The first child of this type, and its children in turn; empty when one of them is not there.</summary>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> parent, params ReadOnlySpan<string> path)
    {
        foreach (var type in path)
        {
            var child = new Mp4Box(parent);
            parent = [];
            while (child.Next())
            {
                if (!string.Equals(child.Type, type, StringComparison.Ordinal)) continue;
                parent = child.Body;
                break;
            }
        }

        return parent;
    }

    /// <param name="size">Of the whole box with its head; 0 when it ends where the file ends.</param>
    public static bool TryReadHead(ReadOnlySpan<byte> ahead, out string type, out int head, out long size)
    {
        (type, head, size) = ("", 8, 0);
        if (ahead.Length < head) return false;
        size = BinaryPrimitives.ReadUInt32BigEndian(ahead);
        type = Encoding.Latin1.GetString(ahead[4..8]);
        if (size == 0) return true;
        if (size != 1) return size >= head;
        head = LongestHead;
        if (ahead.Length < head) return false;
        size = BinaryPrimitives.ReadInt64BigEndian(ahead[8..]);
        return size >= head;
    }

    public static bool BeginsAsMovie(ReadOnlySpan<byte> ahead) =>
        TryReadHead(ahead, out var type, out _, out _) && type is "ftyp" or "moov" or "mdat" or "moof" or "styp" or "wide" or "free" or "skip";
}
