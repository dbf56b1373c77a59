using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Web.Features.Decisions;
using ReviewPortal.Web.Tests.Pages;
using ReviewPortal.Web.Tests.Pdf;

namespace ReviewPortal.Web.Tests.Features.Decisions;

/// <summary>L10 (WHW 7.63a, 7.63b; Awb 6:11, 7:2, 7:11): the objection to the end of an enrolment, from the desk to the decision on it.</summary>
public sealed class ObjectionTests
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ObjectionOutcome.Founded, LetterKind.ObjectionFounded, true)]
    [InlineData(ObjectionOutcome.Unfounded, LetterKind.ObjectionUnfounded, false)]
    public async Task The_decision_names_the_Council_of_State_and_a_founded_one_restores_the_enrolment(ObjectionOutcome outcome, LetterKind kind, bool restored)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ObjectionLodged);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(new DateOnly(2027, 1, 25)).Then(() => @case.DecideObjectionAsync(outcome)));

        var letter = await portal.ReadAsync(db => db.Letters.SingleAsync(item => item.Kind == kind, Ct));
        Assert.Equal(StatutoryTerms.FurtherAppeal(new DateOnly(2027, 1, 25)).LastDay, letter.AppealBy);
        var text = await ReadAsync(portal, letter.Sha256);
        Assert.All(["Afdeling bestuursrechtspraak van de Raad van State", "zijn besluit van 30 november 2026", "Gehoord op 11 januari 2027.", "Beëindiging is te zwaar."], part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Equal(restored, await portal.ReadAsync(db => db.TerminationProposals.Select(item => item.Restored == true).SingleAsync(Ct)));
        // What was restored is not ended again on the same proposal, and not reconsidered.
        if (restored) Assert.Contains(Requirement.TerminationGroundFell, Assert.IsType<Refused>(await @case.ReconsiderTerminationAsync()).Unmet);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>WHW 7.59a lid 6, Awb 6:11: the day of receipt decides, and a late one is registered too; its lateness stands in the letter.</summary>
    [Theory]
    [InlineData("2027-01-11", false, "Dat is op tijd")]
    [InlineData("2027-01-12", true, "Dat is na de laatste dag")]
    public async Task What_came_late_is_registered_as_late(string received, bool late, string says)
    {
        var day = DateOnly.ParseExact(received, "yyyy-MM-dd", null);
        var (portal, @case) = await Stages.AtAsync(Stage.EnrolmentEnded);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(day).Then(() => @case.LodgeObjectionAsync(day, lateReason: late ? "Ik lag in het ziekenhuis." : "")));
        var objection = await portal.ReadAsync(db => db.Objections.SingleAsync(Ct));
        Assert.Equal((late, new DateOnly(2027, 1, 11)), (objection.WasLate, objection.FileBy));
        // WHW 7.63b: ten weeks from the day after the term.
        Assert.Equal(StatutoryTerms.ExecutiveBoardObjection(late ? day : objection.FileBy).LastDay, objection.DecideBy);

        await ACase.DoneAsync(@case.DecideObjectionAsync(ObjectionOutcome.Inadmissible, hearing: ""));
        var text = await ReadAsync(portal, await portal.ReadAsync(db => db.Letters.Where(item => item.Kind == LetterKind.ObjectionInadmissible).Select(item => item.Sha256).SingleAsync(Ct)));
        Assert.Contains(says, text, StringComparison.Ordinal);
        Assert.Contains("artikel 7:3", text, StringComparison.Ordinal);
        Assert.Equal(late, text.Contains("Ik lag in het ziekenhuis.", StringComparison.Ordinal));
    }

    /// <summary>Awb 6:21: withdrawn, the decision on the enrolment stays, and another objection can come.</summary>
    /// <summary>The finding was annulled while an objection ran: it can still be met in full (Awb 7:3 onder e), or heard and decided.</summary>
    [Fact]
    public async Task An_objection_against_what_fell_can_be_heard_and_met()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.TerminationFell);
        await using var _ = portal;
        await ACase.DoneAsync(@case.LodgeObjectionAsync());
        Assert.Equal([Requirement.HeardOnObjection], Assert.IsType<Refused>(await @case.DecideObjectionAsync(ObjectionOutcome.Unfounded, hearing: "")).Unmet);

        await using var page = APage.For(portal, "cvb");
        var number = (await @case.NowAsync()).Number.ToString();
        Assert.Contains("Dag van de hoorzitting", page.Render<DecisionPage>(parameters => parameters.Add(item => item.Number, number)).Markup, StringComparison.Ordinal);
        await ACase.DoneAsync(@case.InviteToHearingAsync());

        await ACase.DoneAsync(@case.DecideObjectionAsync(ObjectionOutcome.Founded, hearing: ""));
        var words = new PrintedWords(await portal.ReadAsync(db => db.Letters.Where(letter => letter.Kind == LetterKind.ObjectionFounded).Join(db.Files, letter => letter.Sha256, file => file.Sha256, (_, file) => file.Content).SingleAsync(Ct)));
        Assert.True(words.Have("omdat u volledig gelijk krijgt"));
    }

    /// <summary>Awb 7:3 onder c: who declares not to want to be heard need not be invited; the statement, its day and the reason stand in the decision.</summary>
    [Fact]
    public async Task Who_does_not_want_to_be_heard_need_not_be_invited()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.EnrolmentEnded);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(12, 14).Then(() => @case.LodgeObjectionAsync()));
        foreach (var unfit in new[] { new HearingRecord(" ", NoHearing.Declared, new(2026, 12, 16)), new("Liever niet.", NoHearing.Declared), new("Liever niet.", NoHearing.Declared, new(2026, 12, 13)), new("Liever niet.", NoHearing.Declared, new(2026, 12, 18)) })
            Assert.Equal([Requirement.HeardOnObjection], Assert.IsType<Refused>(await portal.On(12, 17).Then(() => @case.DecideObjectionAsync(unfit))).Unmet);
        await ACase.DoneAsync(@case.DecideObjectionAsync(new HearingRecord("Ik hoef niet gehoord te worden, mijn BSN is 123456782.", NoHearing.Declared, new(2026, 12, 16))));

        var text = await ReadAsync(portal, await portal.ReadAsync(db => db.Letters.Where(item => item.Kind == LetterKind.ObjectionUnfounded).Select(item => item.Sha256).SingleAsync(Ct)));
        Assert.All(["omdat u op 16 december 2026 hebt verklaard", "artikel 7:3, onder c,", "Ik hoef niet gehoord te worden"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        // The student's own words, which nobody can mend: quoted without the number (UAVG 46).
        Assert.DoesNotContain("123456782", text, StringComparison.Ordinal);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>Awb 7:3 onder d: the whole last day of the term is the student's.</summary>
    [Fact]
    public async Task Who_did_not_ask_to_be_heard_in_time_is_told_so_in_the_decision()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.EnrolmentEnded);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(12, 14).Then(() => @case.LodgeObjectionAsync()));
        var asked = new HearingRecord("Gevraagd in de ontvangstbevestiging van 14 december.", NoHearing.NotAsked, new(2026, 12, 28));
        Assert.Equal([Requirement.HeardOnObjection], Assert.IsType<Refused>(await portal.On(12, 28).Then(() => @case.DecideObjectionAsync(asked))).Unmet);
        await ACase.DoneAsync(portal.On(12, 29).Then(() => @case.DecideObjectionAsync(asked)));
        var text = await ReadAsync(portal, await portal.ReadAsync(db => db.Letters.Where(item => item.Kind == LetterKind.ObjectionUnfounded).Select(item => item.Sha256).SingleAsync(Ct)));
        Assert.All(["U kon tot en met 28 december 2026 laten weten", "artikel 7:3, onder d,", "Gevraagd in de ontvangstbevestiging"], part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    /// <summary>The form asks for the statement and its day, and the card tells it afterwards.</summary>
    [Fact]
    public async Task Why_nobody_was_heard_is_filled_in_on_the_form()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ObjectionLodged);
        await using var _ = portal;
        await using var board = APage.For(portal, "cvb");
        var page = board.Render<DecisionPage>(parameters => parameters.Add(item => item.Number, "2026-0001"));
        Assert.Empty(page.FindAll("input[name=notheardon]"));
        page.Find("select[name=heard]").Change(nameof(NoHearing.Declared));
        page.Find("input[name=notheardon]").Change("2026-12-14");
        Assert.Contains("Wat verklaarde de student?", page.Markup, StringComparison.Ordinal);

        await ACase.DoneAsync(@case.DecideObjectionAsync(new HearingRecord("Liever niet.", NoHearing.Declared, new(2026, 12, 14))));
        await using var after = APage.For(portal, "cvb");
        Assert.Contains("de student verklaarde op maandag 14 december 2026", after.Render<DecisionPage>(parameters => parameters.Add(item => item.Number, "2026-0001")).Markup, StringComparison.Ordinal);
    }

    /// <summary>Awb 3:40: before the letter that tells the proposal, nobody is invited to talk about it.</summary>
    [Fact]
    public async Task A_proposal_that_was_not_told_is_not_heard()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.FraudDrafted);
        await using var _ = portal;
        await ACase.DoneAsync(@case.DecideAsync(Outcome.Fraud));
        await ACase.DoneAsync(@case.ProposeTerminationAsync());
        Assert.Equal([Requirement.EnrolmentToDecide], Assert.IsType<Refused>(await @case.InviteToHearingAsync()).Unmet);
    }

    [Fact]
    public async Task A_withdrawn_objection_leaves_the_enrolment_ended()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ObjectionLodged);
        await using var _ = portal;
        await ACase.DoneAsync(@case.WithdrawObjectionAsync());
        Assert.Equal([Requirement.ObjectionOpen], Assert.IsType<Refused>(await @case.DecideObjectionAsync()).Unmet);
        Assert.Null(await portal.ReadAsync(db => db.TerminationProposals.Select(item => item.Restored).SingleAsync(Ct)));
        await ACase.DoneAsync(@case.LodgeObjectionAsync());
        Assert.Equal(2, await portal.ReadAsync(db => db.Objections.CountAsync(Ct)));
    }

    /// <summary>WHW 7.66: what was decided on an objection is contested before the Council of State, not by objecting again.</summary>
    [Fact]
    public async Task Against_the_same_letter_nobody_objects_twice()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ObjectionLodged);
        await using var _ = portal;
        await ACase.DoneAsync(@case.DecideObjectionAsync());
        Assert.Equal([Requirement.NoOpenObjection], Assert.IsType<Refused>(await @case.LodgeObjectionAsync()).Unmet);
        Assert.Equal(1, await portal.ReadAsync(db => db.Objections.CountAsync(Ct)));
    }

    /// <summary>Awb 6:10, 6:8: what came before the letter was posted is kept; the terms are those of the posting.</summary>
    [Fact]
    public async Task An_objection_that_came_before_the_letter_was_posted_is_kept()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.TerminationProposed);
        await using var _ = portal;
        await portal.WithdrawAsync(MessageKind.EnrolmentDecision);
        await ACase.DoneAsync(@case.DecideTerminationAsync());
        var today = Amsterdam.DateOf(portal.Clock.GetUtcNow());
        await ACase.DoneAsync(@case.LodgeObjectionAsync());
        portal.Clock.Advance(TimeSpan.FromDays(4));
        await ACase.DoneAsync(@case.RecordPostingAsync());
        var objection = await portal.ReadAsync(db => db.Objections.SingleAsync(Ct));
        var fileBy = LetterKind.EnrolmentTerminated.RemedyTerm(today.AddDays(4))!.LastDay;
        Assert.Equal((fileBy, Objection.DecideByFrom(fileBy, today)), (objection.FileBy, objection.DecideBy));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    private static async Task<string> ReadAsync(APortal portal, string sha256)
    {
        using var pdf = new PrintedPdf(await portal.ReadAsync(db => db.Files.Where(file => file.Sha256 == sha256).Select(file => file.Content).SingleAsync(Ct)));
        return string.Join(' ', pdf.ReadOut().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
