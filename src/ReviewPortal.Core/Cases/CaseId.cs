namespace ReviewPortal.Core.Cases;

/// <summary>Identifies a case; it says nothing about the person.</summary>
public readonly record struct CaseId(Guid Value)
{
    public static CaseId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}

/// <summary>Identifies one sitting of one candidate.</summary>
public readonly record struct SittingId(Guid Value)
{
    public static SittingId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public static SittingId? Parse(string text) => Guid.TryParse(text, out var value) ? new SittingId(value) : null;

    public override string ToString() => Value.ToString();
}

/// <summary>Identifies an account; names and roles hang on the account, not on the case.</summary>
public readonly record struct PersonId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
