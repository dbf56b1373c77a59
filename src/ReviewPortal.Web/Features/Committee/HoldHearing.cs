using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Committee;

/// <summary>What is written down of a hearing.</summary>
/// <param name="Statement">What the student stated, to be answered in the decision.</param>
public sealed record HearingReport(string Attendees, string Statement, string Minutes, bool CautionGiven);

/// <summary>The secretary plans the hearing the student asked for and afterwards records it.</summary>
public sealed class HoldHearing(CaseFiles files)
{
    public Task<Answer> PlanAsync(CaseAsSeen @case, DateTimeOffset at, string place, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.PlanHearing, by,
        file =>
        {
            var hearing = Open(file);
            file.StateLength(place, StaffWords.Line);
            hearing.Plan(at, place.Trim());
            return new Step($"{Amsterdam.Wall(at):yyyy-MM-dd HH:mm}, {place}", Amsterdam.DateOf(at));
        },
        ct);

    public Task<Answer> RecordAsync(CaseAsSeen @case, HearingReport report, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.RecordHearing, by,
        file =>
        {
            Write(file, new HearingReport(report.Attendees.Trim(), report.Statement.Trim(), report.Minutes.Trim(), report.CautionGiven));
            var view = file.OpenView();
            // Beside what was written before, when there is something: each keeps its own words and its own day.
            if (view is { ReceivedAt: not null, Text.Length: > 0 }) view.SupplementedAt = file.Now;
            else (view.Text, view.ReceivedAt) = (report.Statement.Trim(), file.Now);
            view.Form = ViewForm.Oral;
            return new Step();
        },
        ct);

    /// <summary>Keeps the minutes while they are being written.</summary>
    public Task<Answer> WriteAsync(CaseId @case, HearingReport report, PersonId by, CancellationToken ct) =>
        files.PrepareAsync(@case, CaseAction.RecordHearing, by, file => Write(file, report), ct);

    private static void Write(CaseFile file, HearingReport report)
    {
        file.StateLength(report.Attendees, StaffWords.Explanation);
        file.StateLength(report.Statement, StaffWords.Longest);
        file.StateLength(report.Minutes, StaffWords.Longest);
        var hearing = Open(file);
        (hearing.Attendees, hearing.Statement, hearing.Minutes, hearing.CautionGiven) = (report.Attendees, report.Statement, report.Minutes, report.CautionGiven);
    }

    private static Hearing Open(CaseFile file)
    {
        if (file.Hearing is not null) return file.Hearing;
        file.Hearing = new Hearing { Case = file.Case.Id };
        file.Db.Add(file.Hearing);
        return file.Hearing;
    }
}
