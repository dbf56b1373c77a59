using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace ReviewPortal.Infrastructure.Media;

/// <summary>The head of one element: id and size, and where it stands in the file.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EbmlElement(uint Id, long Start, int HeadLength, long Size)
{
    /// <summary>The size of a live recorder's Segment and Clusters: they end where the next one begins.</summary>
    public const long UnknownSize = -1;

    // Lengths of an id and of a size that EBMLMaxIDLength and EBMLMaxSizeLength of a WebM file allow.
    private const int LongestId = 4;
    private const int LongestSize = 8;

    public const int LongestHead = LongestId + LongestSize;

    public bool HasSize => Size != UnknownSize;

    public long Body => Start + HeadLength;

    /// <summary>The first byte after it; only for an element that has a size.</summary>
    public long End => Body + Size;

    public static EbmlHead Read(ReadOnlySpan<byte> ahead, long start, out EbmlElement element)
    {
        element = default;
        if (ahead.IsEmpty) return EbmlHead.Cut;
        var idLength = LengthOf(ahead[0]);
        if (idLength > LongestId) return EbmlHead.Broken;
        if (ahead.Length <= idLength) return EbmlHead.Cut;
        var sizeLength = LengthOf(ahead[idLength]);
        if (sizeLength > LongestSize) return EbmlHead.Broken;
        if (ahead.Length < idLength + sizeLength) return EbmlHead.Cut;
        var id = (uint)Unsigned(ahead[..idLength]);
        element = new EbmlElement(id, start, idLength + sizeLength, Variable(ahead.Slice(idLength, sizeLength)));
        return EbmlHead.Whole;
    }

    /// <summary>Length in bytes of a variable-size number that begins so; 9 when none can begin so.</summary>
    public static int LengthOf(byte first) => BitOperations.LeadingZeroCount((uint)first) - 23;

    /// <summary>A variable-size number without its length marker; all ones mean unknown.</summary>
    public static long Variable(ReadOnlySpan<byte> bytes)
    {
        var ones = (1UL << (7 * bytes.Length)) - 1;
        var value = Unsigned(bytes) & ones;
        return value == ones ? UnknownSize : (long)value;
    }

    /// <summary>Of at most 8 bytes; longer ones, which the format does not allow, count as zero.</summary>
    public static ulong Unsigned(ReadOnlySpan<byte> bytes)
    {
        Span<byte> whole = stackalloc byte[8];
        if (bytes.Length <= whole.Length) bytes.CopyTo(whole[^bytes.Length..]);
        return BinaryPrimitives.ReadUInt64BigEndian(whole);
    }

    public static double Float(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        4 => BinaryPrimitives.ReadSingleBigEndian(bytes),
        8 => BinaryPrimitives.ReadDoubleBigEndian(bytes),
        _ => 0,
    };
}

internal enum EbmlHead
{
    Whole,

    /// <summary>The file ends inside it.</summary>
    Cut,

    /// <summary>No element can begin with these bytes.</summary>
    Broken,
}
