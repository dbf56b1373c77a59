using System.Collections.Immutable;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Decisions;

/// <summary>What the candidate reported, as far as force majeure may rest on it (art. 4.3a lid 2; UU-IR-9).</summary>
public enum ReportProof
{
    NothingReported,
    OutsideTheTest,

    /// <summary>There is a report during the test; the board has not pointed it out yet.</summary>
    NotPointedOut,
    DuringTheTest,
}

/// <summary>What there is of an instruction on which own risk may rest (art. 4.3a lid 3; UU-IR-12).</summary>
public enum InstructionProof
{
    /// <summary>Of no instruction is it proven that the student had it before the test.</summary>
    NoneGiven,
    NotPointedOut,

    /// <summary>An instruction is pointed out of which it is not proven that the student had it before the test.</summary>
    NotGivenBefore,
    GivenBefore,
}

/// <summary>Everything art. 4.3a asks about.</summary>
/// <param name="InForce">The article held on the exam date (UU-GOV-1).</param>
/// <param name="HasFinding">Something other than netiquette was found (UU-NET-2).</param>
/// <param name="IsWeighed">The consequences for the student were weighed (Awb 3:4 lid 2; CBHO 2021/141).</param>
public sealed record Situation43a(
    bool InForce, bool HasFinding, Grounds43a Grounds, Attribution? Attribution, ReportProof Report, InstructionProof Instruction, bool IsWeighed);

/// <summary>What art. 4.3a makes of a situation. That a test can be invalid never means that it must be: lid 1 says "kan" (UU-ART43A-4).</summary>
/// <param name="Right">The way to another chance; null while the test cannot be declared invalid under this article.</param>
/// <param name="Basis">The sentence that decides it.</param>
/// <param name="Missing">What keeps the test from being declared invalid so, in the order of the article.</param>
public sealed record Ruling43a(RetakeRight? Right, string Reason, string Basis, ImmutableArray<Requirement> Missing)
{
    public bool Holds => Missing.IsEmpty;

    /// <summary>Why, in one plain sentence that may stand on the page and in the letter.</summary>
    public string Why(Language language) => Article43aTexts.Of(Reason, language);
}

/// <summary>Art. 4.3a as a machine: one row for each thing it asks, in its own order; the first that is not so gives the reason.</summary>
public static class Article43a
{
    private sealed record Row(Requirement Need, Func<Situation43a, bool> Holds, Func<Situation43a, string> Reason, string Basis);

    private static readonly ImmutableArray<Row> Rows =
    [
        new(Requirement.Article43aInForce, it => it.InForce, _ => "NotInForce", "UU-GOV-1"),
        new(Requirement.GroundOtherThanNetiquette, it => it.HasFinding, _ => "OnlyNetiquette", "Protocol, Nettiquette"),
        new(Requirement.Ground43a, it => it.Grounds is not Grounds43a.None, _ => "NoGround", "art. 4.3a lid 1"),
        new(Requirement.Attribution, it => it.Attribution is not null, _ => "NoAttribution", "art. 4.3a lid 2"),
        new(Requirement.ReportedDuringTest, it => it is not { Attribution: Attribution.ForceMajeure, Report: not ReportProof.DuringTheTest }, it => $"Report.{it.Report}", "art. 4.3a lid 2, tweede volzin"),
        new(Requirement.InstructionBreached, it => it is not { Attribution: Attribution.Student, Instruction: not InstructionProof.GivenBefore }, it => $"Instruction.{it.Instruction}", "art. 4.3a lid 3"),
        new(Requirement.Proportionality, it => it is not { Attribution: Attribution.Student, IsWeighed: false }, _ => "NotWeighed", "Awb 3:4 lid 2; CBHO 2021/141"),
    ];

    public static Ruling43a Of(Situation43a situation)
    {
        ArgumentNullException.ThrowIfNull(situation);
        var missing = Rows.Where(row => !row.Holds(situation)).ToArray();
        return missing.Length > 0
            ? new(null, missing[0].Reason(situation), missing[0].Basis, [.. missing.Select(row => row.Need)])
            : Open(RetakeRules.Of(situation.Attribution!.Value));
    }

    /// <summary>Whether this attribution is open at all, whatever else has still to be filled in: what stands beside a choice.</summary>
    public static Ruling43a Choice(Situation43a situation, Attribution attribution)
    {
        ArgumentNullException.ThrowIfNull(situation);
        return Of(situation with { Attribution = attribution, HasFinding = true, Grounds = Grounds43a.InsufficientView, IsWeighed = true });
    }

    private static Ruling43a Open(RetakeRule rule) => new(rule.Right, $"Open.{rule.Attribution}", rule.Basis, []);
}
