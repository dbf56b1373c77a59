using System.Collections.Immutable;

namespace ReviewPortal.Core.Decisions;

/// <summary>What an invalid test means for another chance.</summary>
public enum RetakeRight
{
    /// <summary>The university plans a new test; the student need not ask (UU-IR-8).</summary>
    Planned,

    /// <summary>The student may ask for an extra chance (UU-IR-9).</summary>
    OnRequest,

    /// <summary>No extra chance from this case; the regular resits stay (UU-IR-11).</summary>
    None,
}

/// <summary>Art. 4.3a lid 2 and 3 as rows: the attribution gives the right, nothing else does.</summary>
public sealed record RetakeRule(Attribution Attribution, RetakeRight Right, string Basis);

public static class RetakeRules
{
    public static readonly ImmutableArray<RetakeRule> All =
    [
        new(Attribution.University, RetakeRight.Planned, "art. 4.3a lid 2, derde volzin"),
        new(Attribution.ForceMajeure, RetakeRight.OnRequest, "art. 4.3a lid 2, tweede volzin"),
        new(Attribution.Student, RetakeRight.None, "art. 4.3a lid 2, eerste volzin, en lid 3"),
    ];

    public static RetakeRule Of(Attribution attribution) => All.Single(rule => rule.Attribution == attribution);

    /// <summary>The retake right of a decision: null for a valid test, none from this case after fraud.</summary>
    public static RetakeRight? Of(Outcome? outcome, Attribution? attribution) => outcome switch
    {
        Outcome.Irregularity when attribution is { } whose => Of(whose).Right,
        Outcome.Fraud => RetakeRight.None,
        _ => null,
    };
}
