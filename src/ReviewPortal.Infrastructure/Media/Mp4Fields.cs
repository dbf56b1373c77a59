using System.Text;

namespace ReviewPortal.Infrastructure.Media;

/// <summary>The numbers of a box one after another. Behind its end all of them are zero, so that a short box is no accident.</summary>
internal ref struct Mp4Fields
{
    private ReadOnlySpan<byte> _rest;

    /// <param name="body">Of a box that begins with a version and flags.</param>
    public Mp4Fields(ReadOnlySpan<byte> body)
    {
        _rest = body;
        var both = Unsigned32();
        Version = (int)(both >> 24);
        Flags = both & 0xFFFFFF;
    }

    public int Version { get; }

    public uint Flags { get; }

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public ushort Unsigned16() => (ushort)EbmlElement.Unsigned(Next(2));

    public uint Unsigned32() => (uint)EbmlElement.Unsigned(Next(4));

    public int Signed32() => (int)Unsigned32();

    /// <summary>64 bits in version 1, 32 bits in version 0; a number that is absurdly large stays so.</summary>
    public long ByVersion() => Version == 0 ? Unsigned32() : (long)Math.Min(EbmlElement.Unsigned(Next(8)), long.MaxValue);

    public long SignedByVersion() => Version == 0 ? Signed32() : (long)EbmlElement.Unsigned(Next(8));

    public string FourCharacters() => Encoding.Latin1.GetString(Next(4));

    public void Skip(int bytes) => Next(bytes);

    private ReadOnlySpan<byte> Next(int count)
    {
        var next = _rest.Length < count ? default : _rest[..count];
        _rest = _rest.Length < count ? default : _rest[count..];
        return next;
    }
}
