namespace ReviewPortal.Infrastructure.Media;

/// <summary>The elements inside an element that was read whole. A child that claims more than its parent holds ends the row.</summary>
internal ref struct EbmlChildren(ReadOnlySpan<byte> parent)
{
    private ReadOnlySpan<byte> _rest = parent;

    public uint Id { get; private set; }

    public ReadOnlySpan<byte> Body { get; private set; }

    /// <summary>Head and body, as they stand in the file.</summary>
    public ReadOnlySpan<byte> Whole { get; private set; }

    public readonly ulong Unsigned => EbmlElement.Unsigned(Body);

    public bool Next()
    {
        if (EbmlElement.Read(_rest, 0, out var element) is not EbmlHead.Whole) return false;
        if (!element.HasSize || element.Size > _rest.Length - element.HeadLength) return false;
        Id = element.Id;
        Whole = _rest[..(int)element.End];
        Body = Whole[element.HeadLength..];
        _rest = _rest[(int)element.End..];
        return true;
    }
}
