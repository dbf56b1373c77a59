using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Features.Appeals;
using ReviewPortal.Web.Features.Decisions;
using ReviewPortal.Web.Features.Letters;

namespace ReviewPortal.Web.Tests;

/// <summary>An objection to the end of an enrolment, a corrected letter, and the proces-verbaal outside an invitation.</summary>
internal sealed partial class ACase
{
    /// <summary>A first member signs an answer; nothing goes out yet.</summary>
    public Task<Answer> ProposeRetakeAnswerAsync(bool grant = true, string reasons = "De melding kwam meteen.", string by = "lid2") => portal.Get<AnswerRetake>().ProposeAsync(Latest, grant, reasons, portal.Signed(by), Ct);

    /// <summary>Another member signs the same.</summary>
    public Task<Answer> AnswerRetakeAsync(bool granted = true, string by = "lid1") => portal.Get<AnswerRetake>().AnswerAsync(Latest, granted, portal.Signed(by), Ct);

    /// <summary>Both signatures, one after the other.</summary>
    public async Task<Answer> GrantRetakeAsync(string reasons = "De melding kwam meteen.")
    {
        await DoneAsync(ProposeRetakeAnswerAsync(grant: true, reasons));
        return await AnswerRetakeAsync(granted: true);
    }

    /// <inheritdoc cref="GrantRetakeAsync"/>
    public async Task<Answer> RefuseRetakeAsync(string reasons = "Er was al een extra kans.")
    {
        await DoneAsync(ProposeRetakeAnswerAsync(grant: false, reasons));
        return await AnswerRetakeAsync(granted: false);
    }

    /// <summary>Another member signs the proposal that lies there.</summary>
    public async Task<Answer> CoSignTerminationAsync(string by = "lid1", DateTimeOffset? proposedAt = null) =>
        await portal.Get<Termination>().CoSignAsync(Latest, proposedAt ?? await ProposedAtAsync(), portal.Signed(by), Ct);

    /// <summary>Both signatures, one after the other.</summary>
    public async Task<Answer> ProposeTerminationByTwoAsync(string reasons = "Dit is de derde keer.")
    {
        await DoneAsync(ProposeTerminationAsync(reasons));
        return await CoSignTerminationAsync();
    }

    private Task<DateTimeOffset> ProposedAtAsync() => portal.ReadAsync(db => db.TerminationProposals.Where(proposal => proposal.Case == Id).Select(proposal => proposal.ProposedAt).FirstOrDefaultAsync(Ct));

    /// <summary>The executive board invites the student to be heard, by default at once.</summary>
    /// <summary>Invites to the first working day that leaves time enough, at nine.</summary>
    public async Task<Answer> InviteToHearingAsync(DateTimeOffset? at = null, string place = "Bestuursgebouw, kamer 2", string by = "cvb")
    {
        var onObjection = await portal.ReadAsync(db => db.Objections.AnyAsync(item => item.Case == Id && item.Outcome == null && item.WithdrawnOn == null, Ct));
        var first = WorkingDays.OnOrAfter(EnrolmentHearing.Earliest(onObjection, portal.Clock.GetUtcNow()));
        return await portal.Get<InviteToHearing>().RunAsync(Latest, at ?? Amsterdam.At(first, new(9, 0)), place, Person(by), Ct);
    }

    /// <summary>Turns the clock to the hearing to which was invited last, when that is still to come.</summary>
    public async Task HearingComesAsync()
    {
        var planned = await portal.ReadAsync(db => db.EnrolmentHearings.Where(item => item.Case == Id).OrderByDescending(item => item.InvitedAt).Select(item => (DateTimeOffset?)item.PlannedAt).FirstOrDefaultAsync(Ct));
        if (planned > portal.Clock.GetUtcNow()) portal.Clock.Set(planned.Value);
    }

    public Task<Answer> LodgeObjectionAsync(DateOnly? received = null, string grounds = "Beëindiging is te zwaar.", string lateReason = "", string by = "beroep") =>
        portal.Get<RegisterObjection>().LodgeAsync(Latest, new ObjectionIntake(received ?? Today, grounds, "", lateReason), Person(by), Ct);

    public Task<Answer> WithdrawObjectionAsync(string how = "Per brief.", DateOnly? on = null, string by = "beroep") => portal.Get<RegisterObjection>().WithdrawAsync(Latest, on ?? Today, how, Person(by), Ct);

    /// <summary>Decides, once the hearing that is described has been.</summary>
    public async Task<Answer> DecideObjectionAsync(ObjectionOutcome outcome = ObjectionOutcome.Unfounded, string hearing = "Gehoord op 11 januari 2027.", string reasons = "Het College blijft bij zijn besluit.", string by = "cvb")
    {
        if (!string.IsNullOrWhiteSpace(hearing)) await HearingComesAsync();
        return await DecideObjectionAsync(new HearingRecord(hearing), outcome, reasons, by);
    }

    public Task<Answer> DecideObjectionAsync(HearingRecord hearing, ObjectionOutcome outcome = ObjectionOutcome.Unfounded, string reasons = "Het College blijft bij zijn besluit.", string by = "cvb") =>
        portal.Get<DecideObjection>().RunAsync(Latest, outcome, hearing, reasons, portal.Signed(by), Ct);

    /// <summary>Corrects the last letter of this kind; of the decision when no kind is named.</summary>
    public async Task<Answer> CorrectLetterAsync(string wrong = "Ons kenmerk", string right = "Uw kenmerk", bool newTerm = false, bool unchanged = true, LetterKind? kind = null, string by = "secretaris") =>
        await portal.Get<CorrectLetter>().RunAsync(Latest, await MistakeAsync(wrong, right, newTerm, unchanged, kind), portal.Signed(by), Ct);

    private async Task<Mistake> MistakeAsync(string wrong = "Ons kenmerk", string right = "Uw kenmerk", bool newTerm = false, bool unchanged = true, LetterKind? kind = null)
    {
        var letters = await portal.ReadAsync(db => db.Letters.Where(letter => letter.Case == Id).OrderBy(letter => letter.PublishedAt).ToListAsync(Ct));
        return new(letters.LastOrDefault(item => kind is null ? item.Kind.IsDecision() : item.Kind == kind)?.Id ?? Guid.Empty, wrong, right, newTerm, unchanged);
    }

    public Task<Answer> SendReportAsync(DateOnly? askedOn = null, bool asked = true, string by = "secretaris") => portal.Get<SendProcesVerbaal>().RunAsync(Latest, asked ? askedOn ?? Today : null, Person(by), Ct);
}
