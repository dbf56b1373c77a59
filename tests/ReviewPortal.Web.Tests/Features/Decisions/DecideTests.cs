using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Web.Features.Decisions;

namespace ReviewPortal.Web.Tests.Features.Decisions;

public sealed class DecideTests
{
    private static readonly string[] Members = ["lid1", "lid2", "voorzitter"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_signature_fixes_the_text_with_only_what_belongs_to_the_outcome()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Deliberation);
        await using var _ = portal;
        await ACase.DoneAsync(@case.DraftAsync(Drafts.FraudWithExclusion with { Attribution = Attribution.University, Grounds = Grounds43a.InsufficientView, CannotEstablish = "Iets.", Reasons = "Een ander was in de kamer." }));
        await ACase.DoneAsync(@case.DecideAsync(Outcome.Irregularity));

        var decision = await @case.DecisionAsync();
        Assert.Equal((Outcome.Irregularity, null, RetakeRight.Planned), (decision.Outcome, decision.Sanction, decision.Retake));
        Assert.Empty(decision.FraudCodes);
        Assert.Equal((portal.Who("lid1").Id, "Aisha Karimi"), (decision.SignedBy!.Value, decision.SignedByName));
    }

    /// <summary>One member's words are not written over unseen.</summary>
    [Fact]
    public async Task Whoever_saw_an_older_draft_is_told_that_it_was_changed()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Deliberation);
        await using var _ = portal;
        var seen = (await @case.DecisionAsync()).Revision;
        await ACase.DoneAsync(@case.DraftAsync(Drafts.ForUniversity, "lid1", seen));

        Assert.Equal(RefusalKind.ChangedMeanwhile, Assert.IsType<Refused>(await @case.DraftAsync(Drafts.Valid, "lid2", seen)).Kind);

        Assert.Equal(Drafts.ForUniversity.Reasons, (await @case.DecisionAsync()).Reasons);
        await ACase.DoneAsync(@case.DraftAsync(Drafts.Valid, "lid2", seen + 1));
    }

    [Fact]
    public async Task Of_sixteen_who_decide_at_once_one_has_decided_and_the_others_have_an_answer()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Drafted);
        await using var _ = portal;

        var answers = await AtOnceAsync(portal, number => portal.Get<Decide>().RunAsync(@case.Latest, number % 2 is 0 ? Outcome.Irregularity : Outcome.Valid, portal.Signed(Members[number % 3]), Ct));

        Assert.Single(answers, answer => answer.IsDone);
        Assert.All(answers.OfType<Refused>(), refused => Assert.Equal(RefusalKind.NotFromThisState, refused.Kind));
        await HoldsAsync(portal, @case, CaseState.Decided);
    }

    [Fact]
    public async Task Of_sixteen_who_looked_at_the_same_page_fifteen_are_told_that_it_has_changed()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Drafted);
        await using var _ = portal;
        @case.AsSeenAt = (await @case.NowAsync()).Version;

        var answers = await AtOnceAsync(portal, number => portal.Get<Decide>().RunAsync(@case.Latest, Outcome.Irregularity, portal.Signed(Members[number % 3]), Ct));

        Assert.Single(answers, answer => answer.IsDone);
        Assert.All(answers.OfType<Refused>(), refused => Assert.Equal(RefusalKind.ChangedMeanwhile, refused.Kind));
        await HoldsAsync(portal, @case, CaseState.Decided);
    }

    [Fact]
    public async Task Of_sixteen_who_co_sign_or_return_at_once_one_has_done_so()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Decided);
        await using var _ = portal;
        @case.AsSeenAt = (await @case.NowAsync()).Version;

        var answers = await AtOnceAsync(portal, number => number % 4 is 0 ? @case.ReturnAsync(by: "voorzitter") : @case.CoSignAsync(Members[1 + (number % 2)]));

        Assert.Single(answers, answer => answer.IsDone);
        await HoldsAsync(portal, @case, (await @case.DecisionAsync()).CoSignedAt is null ? CaseState.Deliberation : CaseState.Decided);
    }

    [Fact]
    public async Task Nobody_signs_twice_and_the_database_itself_refuses_it()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Decided);
        await using var _ = portal;
        Assert.Equal([Requirement.AnotherMember], Assert.IsType<Refused>(await @case.CoSignAsync("lid1")).Unmet);
        Assert.Contains("CK_CoSignerIsAnother", (await Assert.ThrowsAsync<SqliteException>(() => Sql.RunAsync(portal.DatabaseFile, "UPDATE Decisions SET CoSignedBy = SignedBy"))).Message, StringComparison.Ordinal);

        await ACase.DoneAsync(@case.CoSignAsync());
        Assert.Equal([Requirement.AnotherMember], Assert.IsType<Refused>(await @case.CoSignAsync("lid2")).Unmet);
        Assert.Equal([Requirement.AnotherMember], Assert.IsType<Refused>(await @case.CoSignAsync()).Unmet);
    }

    /// <summary>UU-IR-6 and UU-IR-7 hold in the database too: whatever writes there, no sanction stands beside an irregularity.</summary>
    [Theory]
    [InlineData("UPDATE Decisions SET Sanction = '{}'", "CK_SanctionOnlyWithFraud")]
    [InlineData("UPDATE Decisions SET Outcome = NULL", "CK_SignedHasOutcome")]
    public async Task The_database_refuses_a_signed_decision_that_cannot_be(string tampering, string constraint)
    {
        var (portal, _) = await Stages.AtAsync(Stage.Decided);
        await using var closing = portal;
        Assert.Contains(constraint, (await Assert.ThrowsAsync<SqliteException>(() => Sql.RunAsync(portal.DatabaseFile, tampering))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_that_is_returned_opens_again_without_its_signature_and_with_the_reason_in_the_timeline()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Decided);
        await using var _ = portal;
        await ACase.DoneAsync(@case.ReturnAsync("De afweging ontbreekt."));

        var decision = await @case.DecisionAsync();
        Assert.Equal((null, null, Drafts.ForUniversity.Reasons), (decision.SignedBy, decision.SignedAt, decision.Reasons));
        Assert.Equal("De afweging ontbreekt.", await portal.ReadAsync(db => db.CaseEvents.OrderByDescending(item => item.Version).Select(item => item.Note).FirstAsync(Ct)));
        await ACase.DoneAsync(@case.DraftAsync(Drafts.Valid, "voorzitter"));
        await ACase.DoneAsync(@case.DecideAsync(Outcome.Valid, "voorzitter"));
    }

    /// <summary>A co-signed decision whose letter may not go out any more must have a way back, or the case stands still for ever.</summary>
    [Fact]
    public async Task A_co_signed_decision_that_can_no_longer_be_published_goes_back_to_deliberation()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.FraudDrafted);
        await using var _ = portal;
        await ACase.DoneAsync(@case.DecideAsync(Outcome.Fraud));
        await ACase.DoneAsync(@case.CoSignAsync());
        portal.On(12, 2);
        Assert.Contains(Requirement.SanctionNotBeforePublication, Assert.IsType<Refused>(await @case.PublishAsync()).Unmet);
        Assert.Equal([Requirement.AnotherMember], Assert.IsType<Refused>(await @case.ReturnAsync("De uitsluiting is al begonnen.", "lid1")).Unmet);

        await ACase.DoneAsync(@case.ReturnAsync("De uitsluiting is al begonnen."));

        Assert.Equal((null, null), ((await @case.DecisionAsync()).SignedBy, (await @case.DecisionAsync()).CoSignedBy));
        await ACase.DoneAsync(@case.DraftAsync(Drafts.FraudWithExclusion with { Sanction = new Sanction("EXCLUSION", ["Programmeren, hertentamen"], new(2026, 12, 10), new(2027, 3, 9)) }));
        await ACase.DoneAsync(@case.DecideAsync(Outcome.Fraud));
        await ACase.DoneAsync(@case.CoSignAsync());
        await ACase.DoneAsync(portal.On(12, 4).Then(() => @case.PublishAsync()));
    }

    /// <summary>A name stands under what its bearer has read.</summary>
    [Fact]
    public async Task Nobody_signs_words_that_a_colleague_wrote_after_the_page_was_opened()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Drafted);
        await using var _ = portal;
        var seen = await @case.RevisionAsync();
        await ACase.DoneAsync(@case.DraftAsync(Drafts.ForUniversity with { Reasons = "Andere woorden." }, "lid2"));

        Assert.Equal(RefusalKind.ChangedMeanwhile, Assert.IsType<Refused>(await @case.DecideAsync(Outcome.Irregularity, seen: seen)).Kind);
        Assert.Null((await @case.DecisionAsync()).SignedBy);
        await ACase.DoneAsync(@case.DecideAsync(Outcome.Irregularity, seen: seen + 1));
    }

    private static async Task<Answer[]> AtOnceAsync(APortal portal, Func<int, Task<Answer>> act)
    {
        foreach (var member in Members) portal.Who(member);
        return await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(() => act(number), Ct)));
    }

    private static async Task HoldsAsync(APortal portal, ACase @case, CaseState state)
    {
        var now = await @case.NowAsync();
        Assert.Equal((state, now.Version), (now.State, await portal.ReadAsync(db => db.CaseEvents.Where(item => item.Case == @case.Id).LongCountAsync(Ct))));
        Assert.Null((await portal.ReadAsync(db => db.VerifyAuditAsync(Ct))).Break);
    }
}
