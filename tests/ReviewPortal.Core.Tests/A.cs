using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;

namespace ReviewPortal.Core.Tests;

/// <summary>Makes the things the procedure is about, good enough for every step unless a test spoils them.</summary>
internal static class A
{
    public const string ExaminersAddress = "a.devries@uni.example";
    public const string StudentNumber = "0512345";
    public const long ReportInTheTest = 41;
    public const long ReportAfterTheTest = 42;
    public const long AnswerOfSupport = 43;
    public const long ReportBeforeTheTest = 44;

    /// <summary>Monday 2 November 2026, nine o'clock in Amsterdam: the sitting begins.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.FromHours(1));

    public static readonly DateTimeOffset End = Start.AddHours(2);

    public static readonly CaseId CaseId = new(new Guid("018f9c3e-7a54-7d11-9c0e-5f1f2a3b4c5d"));

    public static readonly SittingId SittingId = new(new Guid("018f9c3e-7a54-7d11-9c0e-5f1f2a3b4c5e"));

    public static CaseInTheRooms Case() => new();

    public static Exam Exam() => new()
    {
        Code = "SW-STAT2-2026-T1", Title = "Statistiek II", Course = "SW-STAT2", Faculty = "Sociale Wetenschappen", Examiner = ExaminersAddress,
        Start = Start, End = End, AllowedAids = ["een rekenmachine", "het formuleblad"],
        Breaks = [new(Start.AddHours(1), Start.AddHours(1).AddMinutes(5))],
        Instructions =
        [
            new("before", "Zorg dat u alleen bent.", "Make sure that you are alone.", Start.AddDays(-14)),
            new("at-the-start", "Laat uw bureau zien.", "Show your desk.", Start),
            new("after", "Doe het licht aan.", "Switch on the light.", Start.AddMinutes(1)),
            new("never", "Draag geen oortjes.", "Wear no earphones.", DeliveredAt: null),
        ],
    };

    public static Sitting Sitting() => new()
    {
        Id = SittingId, Pseudonym = "C-4702", StudentNumber = StudentNumber, Start = Start, End = End,
        Supplier = "Voorbeeld Recorder 4.2.1", DeliverySha256 = new string('a', 64), Manifest = "{}", ImportedAt = Start.AddHours(11),
    };

    public static Recording Recording(TrackRole role, double seconds = 7200, double offset = 0, int part = 0, RecordingDamage? damage = null) => new()
    {
        Id = new Guid((int)role, (short)part, 1, [0, 0, 0, 0, 0, 0, 0, 1]), Sitting = SittingId, Role = role, Part = part, File = $"{role}-{part}.webm",
        Bytes = 1000, Sha256 = new string('b', 64), OffsetSeconds = offset, DurationSeconds = seconds, ContentType = "video/webm", Damage = damage,
    };

    public static Observation Mark(string ground, double from = 2498, double to = 2671, string seen = "De deur gaat open en iemand komt binnen.", string inference = "") =>
        new() { Id = new Guid((int)from, 0, 0, [0, 0, 0, 0, 0, 0, 0, (byte)ground.Length]), Case = CaseId, By = Who.Reviewer.Id, Ground = ground, From = from, To = to, Seen = seen, Inference = inference };

    public static InTestMessage Message(long id, double at, string text = "Mijn huisgenoot kwam binnen.", MessageFrom from = MessageFrom.Candidate) =>
        new() { Id = id, Sitting = SittingId, At = at, From = from, Text = text };

    public static Seen Seen(TrackRole role, SpeedClass speed, params ReadOnlySpan<Fragment> fragments) =>
        new() { Case = CaseId, Reviewer = Who.Reviewer.Id, Role = role, Speed = speed, Fragments = [.. fragments] };

    public static Sanction Exclusion(DateOnly? from, DateOnly? until, params ReadOnlySpan<string> exams) => new("EXCLUSION", [.. exams], from, until);

    public static Institution Institution() => new()
    {
        Name = new("Universiteit Voorbeeld", "Example University"),
        Board = new("Examencommissie Sociale Wetenschappen", "Board of Examiners Social Sciences"),
        Address = ["Voorbeeldlaan 14", "3584 CS Utrecht"],
        Town = "Utrecht",
        ExecutiveBoardAddress = ["Bestuurslaan 8", "3584 CS Utrecht"],
        AppealsBoardAddress = ["Rechterslaan 3", "3512 JC Utrecht"],
        AppealsDesk = new("Loket rechtsbescherming", "Legal Protection Desk"),
        AppealsDeskAddress = ["Postbus 80125", "3508 TC Utrecht"],
        Support = new("Uw studieadviseur helpt u graag.", "Your study adviser is there for you."),
        PrivacyStatement = "www.voorbeeld.example/privacy",
    };
}
