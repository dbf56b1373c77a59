namespace ReviewPortal.Core.Decisions;

/// <summary>The three outcomes of the protocol, exactly one of which the board decides (UU-IR-5).</summary>
public enum Outcome
{
    /// <summary>a. The test is valid.</summary>
    Valid,

    /// <summary>b. The test is invalid because it cannot be established that it went correctly. Never a sanction (UU-IR-6).</summary>
    Irregularity,

    /// <summary>c. The test is invalid because fraud was established; perhaps a sanction (UU-IR-7).</summary>
    Fraud,
}

/// <summary>The two grounds of art. 4.3a lid 1; at least one is needed (UU-ART43A-1b).</summary>
[Flags]
public enum Grounds43a
{
    None = 0,
    InsufficientView = 1,
    InsufficientFraudResistance = 2,
}

/// <summary>For whose account the irregularity comes (art. 4.3a lid 2 and 3).</summary>
public enum Attribution
{
    University,
    ForceMajeure,
    Student,
}
