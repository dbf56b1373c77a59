namespace ReviewPortal.Infrastructure.Media;

/// <summary>Either a <see cref="MediaIndex"/> or a <see cref="MediaRefusal"/>.</summary>
public abstract record IndexResult
{
    private protected IndexResult()
    {
    }
}

/// <summary>Why a file is no recording this portal can show.</summary>
/// <param name="Position">Byte in the file at which it became clear.</param>
public sealed record MediaRefusal(MediaRefusalReason Reason, long Position) : IndexResult
{
    /// <summary>How the file is built up by its first bytes; null when it is no recording at all.</summary>
    public MediaContainer? Container { get; init; }

    /// <summary>The file is a recording by its first bytes, and what is wrong with it is damage: something may be saved of it.</summary>
    public bool IsDamage => Container is not null && Reason is MediaRefusalReason.Damaged or MediaRefusalReason.SizePastEnd or MediaRefusalReason.HeaderTooLarge or MediaRefusalReason.NoFrames;
}

/// <summary>Enough for a sentence about a bad file.</summary>
public enum MediaRefusalReason
{
    /// <summary>The file has no bytes.</summary>
    Empty,

    /// <summary>It begins neither as WebM or Matroska nor as MP4.</summary>
    UnknownFormat,

    /// <summary>An EBML file of another kind than WebM or Matroska.</summary>
    OtherDocType,

    /// <summary>The description at its head is unreadable.</summary>
    Damaged,

    /// <summary>A part of its head claims to be longer than the file: cut off, or damaged.</summary>
    SizePastEnd,

    /// <summary>A part of its head is larger than any real recorder makes it.</summary>
    HeaderTooLarge,

    /// <summary>It describes neither video nor sound.</summary>
    NoTracks,

    /// <summary>It describes tracks, but holds not one whole frame or sound packet of them.</summary>
    NoFrames,

    /// <summary>More frames than a week of video.</summary>
    TooManyFrames,
}

/// <summary>Ends the reading of a bad file from deep inside; <see cref="MediaFile"/> turns it into its answer.</summary>
internal sealed class RefusedMediaException(MediaRefusalReason reason, long position) : Exception(reason.ToString())
{
    public MediaRefusal Refusal { get; } = new(reason, position);
}
