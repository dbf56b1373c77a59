namespace ReviewPortal.Infrastructure.Media;

/// <summary>Walks the element heads of a file. What is inside an element is read, skipped or entered as the caller likes.</summary>
internal sealed class EbmlReader(ByteWindow bytes)
{
    /// <summary>No recorder makes a description, or a frame, as long as this. The number is never used to allocate.</summary>
    public const long LongestElement = 16 * 1024 * 1024;

    /// <summary>The element whose head was read last; holds after <see cref="EbmlHead.Whole"/>.</summary>
    public EbmlElement Element { get; private set; }

    public long Position => bytes.Position;

    public bool IsAtEnd => bytes.Ahead.IsEmpty;

    public async ValueTask<EbmlHead> NextAsync()
    {
        await bytes.HasAsync(EbmlElement.LongestHead);
        var head = EbmlElement.Read(bytes.Ahead, bytes.Position, out var element);
        if (head is EbmlHead.Whole) bytes.Take(element.HeadLength);
        Element = element;
        return head;
    }

    /// <summary>Sees to it that the first bytes of the body lie ahead, as far as there are any.</summary>
    public async ValueTask PeekAsync(int count) => await bytes.HasAsync((int)Math.Min(count, Element.Size));

    /// <summary>What <see cref="PeekAsync"/> brought, and nothing behind the body.</summary>
    public ReadOnlySpan<byte> Peeked(int count) => bytes.Ahead[..(int)Math.Min(Math.Min(count, Element.Size), bytes.Ahead.Length)];

    /// <summary>Passes over the rest of the element; false when the file ends inside it.</summary>
    public ValueTask<bool> SkipBodyAsync() => bytes.SkipAsync(Element.End - bytes.Position);

    /// <summary>Reads the body of an element that describes the file.</summary>
    public async ValueTask<byte[]> ReadBodyAsync()
    {
        var element = Element;
        if (!element.HasSize) throw new RefusedMediaException(MediaRefusalReason.Damaged, element.Start);
        if (element.Size > LongestElement) throw new RefusedMediaException(MediaRefusalReason.HeaderTooLarge, element.Start);
        return await bytes.ReadAsync(element.Size) ?? throw new RefusedMediaException(MediaRefusalReason.SizePastEnd, element.Start);
    }

    /// <summary>After damage: goes to the next thing that looks like a Cluster or a new file. False when there is none.</summary>
    public async ValueTask<bool> FindClusterAsync()
    {
        while (await bytes.HasAsync(EbmlElement.LongestHead + 1))
        {
            var found = Landmark(bytes.Ahead);
            bytes.Take(found ?? bytes.Ahead.Length - EbmlElement.LongestHead);
            if (found is not null) return true;
        }

        await bytes.SkipAsync(bytes.Ahead.Length);
        return false;
    }

    private static int? Landmark(ReadOnlySpan<byte> ahead)
    {
        for (var at = 0; at <= ahead.Length - EbmlElement.LongestHead - 1; at++)
        {
            var next = ahead[at..].IndexOfAny<byte>(0x1F, 0x1A);
            if (next < 0) return null;
            at += next;
            if (at <= ahead.Length - EbmlElement.LongestHead - 1 && IsLandmark(ahead[at..])) return at;
        }

        return null;
    }

    // Four bytes may stand in a picture by chance; a Cluster begins with its time or with one of few other elements.
    private static bool IsLandmark(ReadOnlySpan<byte> ahead)
    {
        if (EbmlElement.Read(ahead, 0, out var element) is not EbmlHead.Whole) return false;
        if (element.Id == EbmlId.Ebml) return element.Size is > 0 and < 1024;
        return element.Id == EbmlId.Cluster && (uint)ahead[element.HeadLength] is EbmlId.Timestamp or EbmlId.Crc32 or EbmlId.Void or EbmlId.Position or EbmlId.PrevSize;
    }
}
