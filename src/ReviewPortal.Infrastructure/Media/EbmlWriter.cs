using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace ReviewPortal.Infrastructure.Media;

/// <summary>Writes elements one after another; an element that holds others takes the bytes of a second writer.</summary>
internal sealed class EbmlWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public int Length => _bytes.WrittenCount;

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    public EbmlWriter Element(uint id, ReadOnlySpan<byte> body)
    {
        WriteShort(id);
        WriteSize(body.Length);
        _bytes.Write(body);
        return this;
    }

    public EbmlWriter Element(uint id, EbmlWriter children) => Element(id, children._bytes.WrittenSpan);

    public EbmlWriter Number(uint id, ulong value)
    {
        Span<byte> whole = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(whole, value);
        return Element(id, whole[Math.Min(7, whole.IndexOfAnyExcept((byte)0) is var first && first < 0 ? 7 : first)..]);
    }

    /// <summary>Always 8 bytes, so that the length is known before the value is.</summary>
    public EbmlWriter Place(uint id, long value)
    {
        Span<byte> whole = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(whole, value);
        return Element(id, whole);
    }

    public EbmlWriter Float(uint id, double value)
    {
        Span<byte> whole = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleBigEndian(whole, value);
        return Element(id, whole);
    }

    public EbmlWriter Text(uint id, string value) => Element(id, Encoding.UTF8.GetBytes(value));

    /// <summary>The head of an element that ends where the file ends.</summary>
    public EbmlWriter OpenEnded(uint id)
    {
        WriteShort(id);
        _bytes.Write<byte>([0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]);
        return this;
    }

    public EbmlWriter Raw(ReadOnlySpan<byte> elements)
    {
        _bytes.Write(elements);
        return this;
    }

    private void WriteShort(uint number)
    {
        for (var shift = 24; shift >= 0; shift -= 8)
            if (number >> shift != 0) _bytes.Write<byte>([(byte)(number >> shift)]);
    }

    // One byte holds up to 126 (127 means unknown); everything longer gets the full eight.
    private void WriteSize(int size)
    {
        if (size < 0x7F)
        {
            _bytes.Write<byte>([(byte)(size | 0x80)]);
            return;
        }

        Span<byte> whole = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(whole, (1UL << 56) | (uint)size);
        _bytes.Write(whole);
    }
}
