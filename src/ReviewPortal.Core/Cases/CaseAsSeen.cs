namespace ReviewPortal.Core.Cases;

/// <summary>A case in the version somebody looked at. Acting on it fails, with a sentence, when the case has moved on since.</summary>
/// <param name="Version">Null: whatever the case is now, for those who did not look at a page first.</param>
public readonly record struct CaseAsSeen(CaseId Id, long? Version)
{
    /// <summary>The revision of the draft decision that was looked at, for who puts a name under it; null for who does not.</summary>
    public int? Draft { get; init; }

    public static CaseAsSeen Latest(CaseId id) => new(id, null);
}
