using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Letters;

/// <summary>
/// One version of what the letters of an institution, or of one of its boards, say of the sender, of remedies and of help. Letters are written with the
/// version in force; a published letter stays as it is (Awb 2:12).
/// </summary>
public sealed class HouseTexts
{
    /// <summary>The texts for every board that has none of its own.</summary>
    public const string Everybody = "";

    public Guid Id { get; init; }

    /// <summary>Whose board: the faculty as exams name it; <see cref="Everybody"/> for the institution.</summary>
    public string Faculty { get; init; } = Everybody;

    /// <summary>1 for the first that was put in force; null while it is being written.</summary>
    public int? Number { get; private set; }

    /// <summary>The number that was in force when it was begun; 0 when letters followed the configuration.</summary>
    public int Upon { get; init; }

    public required Institution Content { get; set; }

    /// <summary>SHA-256 of the logo among the kept files; null without a logo.</summary>
    public string? Logo { get; set; }

    /// <summary>Grows with each writing, so that one secretary does not write over another unseen.</summary>
    public int Revision { get; private set; }

    public string ChangedByName { get; private set; } = "";

    public DateTimeOffset ChangedAt { get; private set; }

    public DateTimeOffset? InForceAt { get; private set; }

    /// <summary>Why it was changed, in the secretary's words.</summary>
    public string Why { get; private set; } = "";

    /// <exception cref="InvalidOperationException">It is or was in force.</exception>
    public void Changed(Actor by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (Number is not null) throw new InvalidOperationException("Texts that were in force do not change; begin a new version.");
        (ChangedByName, ChangedAt) = (by.Name, now);
        Revision++;
    }

    /// <summary>Letters are written with it from here on.</summary>
    public void PutInForce(string why, Actor by, DateTimeOffset now)
    {
        Changed(by, now);
        (Number, InForceAt, Why) = (Upon + 1, now, why);
    }
}
