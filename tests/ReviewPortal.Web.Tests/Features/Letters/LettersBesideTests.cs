using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Features.Letters;
using ReviewPortal.Web.Features.Student;

namespace ReviewPortal.Web.Tests.Features.Letters;

/// <summary>A step that decides something beside the decision on the test brings its letter with it, in the same transaction.</summary>
public sealed class LettersBesideTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<LetterKind, Stage, string?> Letters => new()
    {
        { LetterKind.ExtraChanceGranted, Stage.ChanceRequested, "2027-01-04" },
        { LetterKind.ExtraChanceRefused, Stage.ChanceRequested, "2027-01-04" },
        { LetterKind.NewTestPlanned, Stage.Notified, null },
        { LetterKind.TerminationProposed, Stage.FraudNotified, null },
        { LetterKind.EnrolmentHearing, Stage.EnrolmentToHear, null },
        { LetterKind.InterimMeasureOrdered, Stage.AppealLodged, null },
        { LetterKind.InterimMeasureEnded, Stage.InterimMeasure, null },
        { LetterKind.ObjectionInadmissible, Stage.ObjectionLodged, "2027-01-25" },
        { LetterKind.ObjectionUnfounded, Stage.ObjectionLodged, "2027-02-08" },
        { LetterKind.ObjectionFounded, Stage.ObjectionLodged, "2027-02-08" },
        { LetterKind.Correction, Stage.Notified, null },
        { LetterKind.ProcesVerbaalSent, Stage.Investigated, null },
        { LetterKind.EnrolmentTerminated, Stage.TerminationProposed, "2027-01-11" },
        { LetterKind.EnrolmentKept, Stage.TerminationProposed, "2027-01-04" },
        { LetterKind.EnrolmentRestored, Stage.TerminationFell, "2027-03-15" },
        { LetterKind.ClosedAfterAnnulment, Stage.Annulled, null },
        { LetterKind.ClosedWithoutGrounds, Stage.ClosingProposed, null },
    };

    [Theory]
    [MemberData(nameof(Letters))]
    public async Task The_step_brings_its_letter_to_the_student_the_board_and_the_audit_log(LetterKind kind, Stage stage, string? until)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        var student = portal.Who("student").Id;
        var before = await portal.Get<MyCases>().FindAsync(@case.Id, student, Ct);

        portal.Clock.Set(portal.Clock.GetUtcNow().AddMinutes(1));
        await ACase.DoneAsync(TakeStepAsync(kind, @case));

        DateOnly? last = until is null ? null : DateOnly.ParseExact(until, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var letter = await portal.ReadAsync(db => db.Letters.SingleAsync(item => item.Kind == kind, Ct));
        Assert.Equal((Language.Dutch, last, portal.Clock.GetUtcNow()), (letter.Language, letter.AppealBy, letter.PublishedAt));
        var content = await portal.ReadAsync(db => db.Files.Where(item => item.Sha256 == letter.Sha256).Select(item => item.Content).SingleAsync(Ct));
        Assert.Equal(letter.Sha256, Convert.ToHexStringLower(SHA256.HashData(content)));
        Assert.Contains(letter.Sha256, await Sql.AskAsync(portal.DatabaseFile, "SELECT Text FROM AuditDetails ORDER BY Seq DESC"), StringComparison.Ordinal);

        var after = await portal.Get<MyCases>().FindAsync(@case.Id, student, Ct);
        Assert.Equal((kind, last), (after!.Letters[0].Kind, after.Letters[0].Until));
        // The term to appeal against the decision itself does not move with it.
        Assert.Equal((before!.Appeal?.Term.LastDay, before.AppealOpen), (after.Appeal?.Term.LastDay, after.AppealOpen));
        var press = portal.Get<DocumentPress>();
        var page = await portal.Get<CaseFiles>().LookAsync(@case.Id, portal.Who("secretaris").Id, file => LettersView.OfAsync(file, press, Ct), Ct);
        Assert.Equal((kind, letter.Sha256), (page!.Sent[0].Kind, page.Sent[0].Sha256));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    [Fact]
    public async Task A_letter_beside_the_decision_goes_out_in_the_language_of_the_student()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.TerminationProposed);
        await using var _ = portal;
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE AspNetUsers SET Language = 'en' WHERE Email LIKE 's0412701@%'");
        await ACase.DoneAsync(@case.DecideTerminationAsync());
        Assert.Equal(Language.English, await portal.ReadAsync(db => db.Letters.Where(item => item.Kind == LetterKind.EnrolmentTerminated).Select(item => item.Language).SingleAsync(Ct)));
    }

    /// <summary>Without an account there is nobody to write to; the case can be closed all the same.</summary>
    [Fact]
    public async Task A_case_of_somebody_without_an_account_closes_without_a_letter()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ClosingProposed);
        await using var _ = portal;
        await Sql.RunAsync(portal.DatabaseFile, SpoiltSteps.NoStudent);
        await ACase.DoneAsync(@case.CloseNoGroundsAsync());
        Assert.Equal(0, await portal.ReadAsync(db => db.Letters.CountAsync(item => item.Kind == LetterKind.ClosedWithoutGrounds, Ct)));
    }

    [Fact]
    public async Task Planned_anew_the_new_test_gets_a_new_letter_and_the_student_reads_the_last_day_and_place()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        await ACase.DoneAsync(@case.PlanRetakeAsync(new DateOnly(2026, 12, 14)));
        await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.PlanRetakeAsync(new DateOnly(2026, 12, 16), place: "Olympos, hal 2, om 13.30 uur")));

        var told = await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct);
        Assert.Equal((new DateOnly(2026, 12, 16), "Olympos, hal 2, om 13.30 uur"), (told!.Chance!.On!.Value, told.Chance.Place));
        Assert.Equal(2, told.Letters.Count(letter => letter.Kind is LetterKind.NewTestPlanned));
        Assert.Equal(2, await portal.ReadAsync(db => db.Letters.Where(item => item.Kind == LetterKind.NewTestPlanned).Select(item => item.Sha256).Distinct().CountAsync(Ct)));
    }

    private static Task<Answer> TakeStepAsync(LetterKind kind, ACase @case) => kind switch
    {
        LetterKind.ExtraChanceGranted => @case.GrantRetakeAsync(),
        LetterKind.ExtraChanceRefused => @case.RefuseRetakeAsync(),
        LetterKind.NewTestPlanned => @case.PlanRetakeAsync(new DateOnly(2026, 12, 14)),
        LetterKind.TerminationProposed => @case.ProposeTerminationByTwoAsync(),
        LetterKind.EnrolmentHearing => @case.InviteToHearingAsync(),
        LetterKind.InterimMeasureOrdered => @case.RecordInterimMeasureAsync(),
        LetterKind.InterimMeasureEnded => @case.EndInterimMeasureAsync(),
        LetterKind.ObjectionInadmissible => @case.DecideObjectionAsync(ObjectionOutcome.Inadmissible, hearing: ""),
        LetterKind.ObjectionUnfounded => @case.DecideObjectionAsync(),
        LetterKind.ObjectionFounded => @case.DecideObjectionAsync(ObjectionOutcome.Founded),
        LetterKind.Correction => @case.CorrectLetterAsync(),
        LetterKind.ProcesVerbaalSent => @case.SendReportAsync(),
        LetterKind.EnrolmentTerminated => @case.DecideTerminationAsync(),
        LetterKind.EnrolmentKept => @case.DecideTerminationAsync(terminate: false),
        LetterKind.EnrolmentRestored => @case.ReconsiderTerminationAsync(),
        LetterKind.ClosedAfterAnnulment => @case.CloseAnnulledAsync(),
        _ => @case.CloseNoGroundsAsync(),
    };
}
