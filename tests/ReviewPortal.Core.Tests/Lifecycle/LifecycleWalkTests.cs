using ReviewPortal.Core.Lifecycle;
using static ReviewPortal.Core.Lifecycle.CaseAction;
using static ReviewPortal.Core.Lifecycle.CaseState;
using static ReviewPortal.Core.Lifecycle.Requirement;

namespace ReviewPortal.Core.Tests.Lifecycle;

/// <summary>Walks through the procedure with people who try anything at any moment, and looks at what the table let them do.</summary>
public sealed class LifecycleWalkTests
{
    private const int Walks = 25_000;
    private const int StepsPerWalk = 60;

    private static readonly CaseAction[] Decisions = [DecideValid, DecideIrregularity, DecideFraud];
    private static readonly CaseAction[] BoardsOwn = [.. Decisions, CoSign, ReturnToDeliberation];

    /// <summary>One permitted step, with what was so when it was taken.</summary>
    private sealed record WalkedStep(CaseState? From, CaseAction Action, CaseState To, Role[] Roles, CaseFacts Facts);

    [Theory]
    [InlineData(1u)]
    [InlineData(20261102u)]
    public void No_walk_breaks_an_invariant_of_the_procedure(uint seed)
    {
        var random = new SmallRandom(seed);
        var visited = new HashSet<CaseState>();
        for (var walk = 0; walk < Walks / 2; walk++)
        {
            var steps = Walk(random);
            visited.UnionWith(steps.Select(step => step.To));
            if (Broken(steps) is { } invariant) Assert.Fail($"Seed {seed}, walk {walk}: {invariant}\n{string.Join('\n', steps.Select(step => $"{step.From} {step.Action} {step.To} by {string.Join('+', step.Roles)}"))}");
        }

        // A walk that never gets anywhere proves nothing.
        Assert.Superset(new HashSet<CaseState>([Cleared, Deliberation, Decided, Notified]), visited);
    }

    [Theory]
    [InlineData(Deliberation, DecideFraud, Decided, Role.Administrator, "I1")]
    [InlineData(Deliberation, DecideValid, Decided, Role.Reviewer, "UU-DEF-6")]
    [InlineData(Decided, CoSign, Decided, Role.Reviewer, "UU-DEF-6")]
    [InlineData(Deliberation, Publish, Notified, Role.BoardSecretary, "published")]
    [InlineData(SecondReview, SignProcesVerbaal, Reported, Role.SecondReviewer, "role")]
    public void A_planted_step_against_an_invariant_is_caught(CaseState from, CaseAction action, CaseState to, Role by, string names)
    {
        var planted = new WalkedStep(from, action, to, [by], EveryCombination.Met(Enum.GetValues<Requirement>()));
        Assert.Contains(names, Broken([planted]) ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Decided, Publish, Notified, Role.BoardSecretary, CoSignature)]
    [InlineData(Deliberation, DecideIrregularity, Decided, Role.Chair, StudentHeardOrWaived)]
    [InlineData(Deliberation, DecideFraud, Decided, Role.Chair, StudentHeardOrWaived)]
    [InlineData(Deliberation, DecideIrregularity, Decided, Role.Chair, NoSanction)]
    [InlineData(SecondReview, SignProcesVerbaal, Reported, Role.Reviewer, GroundOtherThanNetiquette)]
    [InlineData(SecondReview, SignProcesVerbaal, Reported, Role.Reviewer, SecondReviewSupports)]
    [InlineData(Reported, TakeUp, UnderInvestigation, Role.BoardSecretary, NoConflictOfInterest)]
    [InlineData(UnderInvestigation, InviteView, ViewsInvited, Role.BoardSecretary, NoConflictOfInterest)]
    [InlineData(Decided, Publish, Notified, Role.BoardSecretary, NoConflictOfInterest)]
    [InlineData(Deliberation, DecideValid, Decided, Role.BoardMember, SessionHeld)]
    public void A_planted_step_without_what_it_needs_is_caught(CaseState from, CaseAction action, CaseState to, Role by, Requirement without)
    {
        var planted = new WalkedStep(from, action, to, [by], EveryCombination.Met(Enum.GetValues<Requirement>().Except([without])));
        Assert.NotNull(Broken([planted]));
    }

    private static List<WalkedStep> Walk(SmallRandom random)
    {
        var steps = new List<WalkedStep>();
        CaseState? state = null;
        var met = Enum.GetValues<Requirement>().Where(_ => random.Chance(0.9)).ToHashSet();
        for (var count = 0; count < StepsPerWalk; count++)
        {
            foreach (var changed in Enumerable.Range(0, 3).Select(_ => random.Of(Enum.GetValues<Requirement>())))
            {
                if (random.Chance(0.85)) met.Add(changed);
                else met.Remove(changed);
            }

            // Half of the time something that starts from here, and mostly something that leads on, so that walks go deep; otherwise anything at all.
            var leadsOn = random.Chance(0.7);
            var rows = CaseLifecycle.Table.Where(row => row.From == state && !(leadsOn && row.StaysPut)).ToArray();
            var row = rows.Length > 0 && random.Chance(0.5) ? random.Of(rows) : null;
            var action = row?.Action ?? random.Of(Enum.GetValues<CaseAction>());
            Role[] roles = row is { Roles.IsEmpty: false } && random.Chance(0.7)
                ? [random.Of([.. row.Roles])]
                : [.. Enumerable.Range(0, 1 + random.Below(2)).Select(_ => random.Of(Enum.GetValues<Role>())).Distinct()];
            var facts = EveryCombination.Met(met);
            if (CaseLifecycle.Ask(state, action, roles, facts) is not Done done) continue;

            steps.Add(new(state, action, done.Row.To, roles, facts));
            state = done.Row.To;
        }

        return steps;
    }

    /// <summary>The first invariant these steps break, in words; null when they break none. It looks at the steps, not at the table.</summary>
    private static string? Broken(IReadOnlyList<WalkedStep> steps)
    {
        foreach (var step in steps)
        {
            var board = step.Roles.Contains(Role.BoardMember) || step.Roles.Contains(Role.Chair);
            var onlyReviews = step.Roles.All(role => role is Role.Reviewer or Role.SecondReviewer);
            if (onlyReviews && (BoardsOwn.Contains(step.Action) || step.To is Decided or Notified)) return "UU-DEF-6: a reviewer cannot decide";
            if ((BoardsOwn.Contains(step.Action) || (step.To is Decided && step.From is not Decided)) && !board) return "I1: no outcome without a member of the board";
            if (step.To is Decided && step.From is not Decided && !(step.From is Deliberation && Decisions.Contains(step.Action))) return "an outcome comes out of deliberation";
            if ((step.To is Notified || step.Action is Publish) && !(step.From is Decided && step.Action is Publish && Meets(step, CoSignature))) return "only a co-signed decision is published";
            if (step.Action is Publish && !step.Roles.Contains(Role.BoardSecretary)) return "the secretary publishes";
            if (step.To is Reported && step.From is SecondReview && !step.Roles.Contains(Role.Reviewer)) return "only the reviewer's role reports";
            if (step.To is Reported && step.From is not Reported && !Meets(step, OwnReview, GroundOtherThanNetiquette, SecondReviewSupports, FactsApartFromInference)) return "UU-NET-2, AP-DPIA-3: no report without a ground, facts and a second reviewer";
            if (step.Action is DecideIrregularity && !Meets(step, StudentHeardOrWaived, NoSanction, Ground43a, Attribution)) return "Awb 4:8, UU-IR-6: nobody is decided against unheard, and irregularity knows no sanction";
            if (step.Action is DecideFraud && !Meets(step, StudentHeardOrWaived, FraudCode, ViolatedProvision, SanctionWithinLimits)) return "Awb 4:8, 5:9: fraud needs a hearing, a code and a provision";
            if (step.Action is (TakeUp or LinkIncident or RequestInformation or InviteView or RecordHearing or Deliberate or Publish) && !Meets(step, NoConflictOfInterest)) return "Awb 2:4: nobody with a conflict of interest works for the board in a case";
            if (Decisions.Contains(step.Action) && !Meets(step, SessionHeld)) return "Awb 3:46: no letter tells of a session that has not been held";
            if (step.From is Cleared or Notified) return $"{step.From} is an end";
        }

        return null;
    }

    private static bool Meets(WalkedStep step, params ReadOnlySpan<Requirement> requirements)
    {
        foreach (var requirement in requirements)
        {
            if (!step.Facts.Meets(requirement)) return false;
        }

        return true;
    }
}
