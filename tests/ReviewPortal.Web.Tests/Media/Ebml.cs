using System.Buffers.Binary;
using System.Text;

namespace ReviewPortal.Web.Tests.Media;

/// <summary>Writes EBML by hand, right or wrong as a test wishes.</summary>
internal static class Ebml
{
    private const ulong Unknown = ulong.MaxValue;

    public static byte[] Element(uint id, params byte[][] children) => Claiming(id, (ulong)children.Sum(child => child.Length), children);

    /// <summary>An element of unknown size: it ends where something follows that cannot be inside it.</summary>
    public static byte[] Live(uint id, params byte[][] children) => Claiming(id, Unknown, children);

    /// <summary>An element that says a size of its own choice, in 8 bytes.</summary>
    public static byte[] Claiming(uint id, ulong size, params byte[][] children)
    {
        var marked = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(marked, size == Unknown ? 0x01FF_FFFF_FFFF_FFFF : size | 0x0100_0000_0000_0000);
        return Join([Id(id), marked, .. children]);
    }

    public static byte[] Number(uint id, ulong value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        return Element(id, bytes);
    }

    public static byte[] Float(uint id, double value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteDoubleBigEndian(bytes, value);
        return Element(id, bytes);
    }

    public static byte[] Text(uint id, string value) => Element(id, Encoding.ASCII.GetBytes(value));

    public static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(part => part)];

    private static byte[] Id(uint id)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, id);
        return [.. bytes.SkipWhile(part => part == 0)];
    }
}
