namespace ReviewPortal.Core.Cases;

/// <summary>A case in the version somebody looked at. Acting on it fails, with a sentence, when the case has moved on since.</summary>
/// <param name="Version">Null: whatever the case is now, for those who did not look at a page first.</param>
public readonly record struct CaseAsSeen(CaseId Id, long? Version)
{
    /// <summary>The revision of the draft decision that was looked at, for who puts a name under it; null for who does not.</summary>
    public int? Draft { get; init; }

    /// <summary>Something was chosen that stands in no list: no page offers it.</summary>
    public bool ChoseNothingKnown { get; private init; }

    /// <summary>With what was chosen; whatever acts upon it need not ask whether it is one of the values there are.</summary>
    public CaseAsSeen Choosing<T>(T chosen)
        where T : struct, Enum => Enum.IsDefined(chosen) ? this : this with { ChoseNothingKnown = true };

    public static CaseAsSeen Latest(CaseId id) => new(id, null);
}
