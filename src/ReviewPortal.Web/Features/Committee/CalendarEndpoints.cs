using System.Text;
using Microsoft.Extensions.Localization;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Committee;

/// <summary>A session or a hearing as a file for a calendar. Calendars travel: the case number is all they say of a case.</summary>
internal static class CalendarEndpoints
{
    public static void MapCalendars(this WebApplication app)
    {
        app.MapGet("/committee/{number}/hearing.ics", HearingAsync).NeverStored().RequireAuthorization()
            .WithName("HearingCalendar").WithSummary("The hearing of a case, for a calendar.").Produces(200, contentType: "text/calendar").Produces(404);
        app.MapGet("/committee/sessions/{date}/session.ics", SessionAsync).NeverStored().RequireAuthorization()
            .WithName("SessionCalendar").WithSummary("A session of the board, for a calendar.").Produces(200, contentType: "text/calendar").Produces(404);
    }

    private static async Task<IResult> HearingAsync(string number, HttpContext context, CaseDoor door, CaseFiles files, IStringLocalizer<CommitteeTexts> texts, CancellationToken ct)
    {
        var by = context.User.PersonId();
        if ((await door.OpenAsync(number, Room.Committee, by, ct) ?? await door.OpenAsStudentAsync(number, by, ct)) is not { } head) return Results.NotFound();
        var written = await files.LookAsync(
            head.Id, by,
            // A hearing in whose place the student wrote, or to which nobody came, is no appointment any more.
            file => file.Hearing is { IsPlanned: true, PlannedAt: { } at } hearing && (file.Case.State is CaseState.HearingScheduled || file.View is not { ReceivedAt: not null, Form: not ViewForm.Oral })
                ? CalendarFile.Write(file.Now, new CalendarEvent($"hearing-{head.Id}@reviewportal", texts["Calendar.Hearing", head.Number], at, at + Hearing.Length) { Sequence = hearing.Sequence, Place = hearing.Place })
                : null,
            ct);
        return File(written, $"hearing-{head.Number}.ics");
    }

    private static async Task<IResult> SessionAsync(string date, HttpContext context, BoardAgenda agenda, IStringLocalizer<CommitteeTexts> texts, TimeProvider clock, CancellationToken ct)
    {
        if (IsoDay.Parse(date) is not { } day) return Results.NotFound();
        var lines = await agenda.FindAsync(day, context.User.PersonId(), ct);
        if (lines.IsEmpty) return Results.NotFound();
        var session = new CalendarEvent($"session-{date}@{context.Request.Host.Host}", texts["Calendar.Session", lines.Length], Amsterdam.At(day, new TimeOnly(0, 0)), Until: null)
        {
            Details = string.Join('\n', lines.Select(line => line.Number)),
        };
        return File(CalendarFile.Write(clock.GetUtcNow(), session), $"session-{date}.ics");
    }

    private static IResult File(string? calendar, string name) =>
        calendar is null ? Results.NotFound() : Results.File(Encoding.UTF8.GetBytes(calendar), CalendarFile.ContentType, name);
}
