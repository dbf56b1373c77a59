using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;

namespace ReviewPortal.Web.Ui;

/// <summary>Every address of the portal, in one place.</summary>
public static class Links
{
    public const string Worklist = "/";
    public const string Recordings = "/recordings";
    public const string Deliveries = "/recordings/deliveries";
    public const string Suppliers = "/recordings/suppliers";
    public const string Upload = "/recordings/upload";
    public const string SupplierKeys = "/recordings/suppliers/keys";
    public const string Rosters = "/recordings/rosters";
    public const string SendRoster = "/recordings/rosters/send";
    public const string Necessity = "/necessity";
    public const string Terms = "/appeals/terms";
    public const string FacilityRequests = "/necessity/requests";
    public const string MyFacilities = "/mijn/facilities";
    public const string NewFacility = "/mijn/facilities/new";
    public const string RulesToday = "/necessity/rules";
    public const string Requirements = "/requirements";
    public const string Student = "/mijn";
    public const string Outages = "/letters/outages";
    public const string ReturnedMails = "/letters/returned";
    public const string People = "/people";
    public const string Audit = "/audit";
    public const string AuditCsv = "/audit.csv";
    public const string BsnIncidents = "/retention/bsn";
    public const string BsnIncidentsCsv = "/retention/bsn.csv";
    public const string Sessions = "/committee/sessions";
    public const string Incidents = "/committee/incidents";
    public const string HouseTexts = "/letters/texts";
    public const string LetterBatches = "/letters/together";
    public const string SignIn = "/account/sign-in";
    public const string SignOut = "/account/sign-out";
    public const string DemoSignIn = "/account/demo";
    public const string SetLanguage = "/account/language";
    public const string SetTheme = "/account/theme";
    public const string Password = "/account/password";
    public const string Search = "/search";
    public const string ApiUploads = "/api/v1/uploads";
    public const string ApiWebhooks = "/api/v1/webhooks";
    public const string OpenApi = "/openapi/v1.json";
    public const string CasesCsv = "/cases.csv";
    public const string SittingsCsv = "/recordings.csv";
    public const string Workload = "/workload";
    public const string WorkloadCsv = "/workload.csv";
    public const string Failure = "/failure";

    /// <summary>Where anybody can enter the code of a letter; it is printed on letters, and never changes.</summary>
    public const string VerifyLetter = "/verify-letter";

    /// <summary>One of the lists of deliveries.</summary>
    public static string DeliveriesAt(DeliveryTab tab) => tab is DeliveryTab.All ? Deliveries : $"{Deliveries}?tab={tab.ToString().ToLowerInvariant()}";

    /// <summary>What held on a day: the versions of the rules with their texts.</summary>
    public static string Rules(DateOnly on) => $"{RulesToday}?on={on:yyyy-MM-dd}";

    /// <summary>Where a requirement stands among all, with what it rests on.</summary>
    public static string Requirement(Requirement need) => $"{Requirements}?need={need}#{need}";

    /// <summary>The list of a room.</summary>
    public static string Room(Room room) => "/" + Segment(room);

    /// <summary>One case, in one room.</summary>
    public static string Case(Room room, CaseNumber number) => $"/{Segment(room)}/{number}";

    /// <summary>What one supplier's system delivered.</summary>
    public static string Delivery(Guid delivery) => $"{Deliveries}/{delivery}";

    /// <summary>One supplier with its processing agreements.</summary>
    public static string Supplier(Guid supplier) => $"{Suppliers}/{supplier}";

    /// <summary>One upload, for the program that sends it.</summary>
    public static string ApiUpload(Guid upload) => $"{ApiUploads}/{upload}";

    /// <summary>Who is enrolled for one test, by its code.</summary>
    public static string Roster(string exam) => $"{Rosters}?exam={Uri.EscapeDataString(exam)}";

    /// <summary>The texts of one board's letters.</summary>
    /// <param name="faculty">Whose board; empty for the whole institution.</param>
    public static string HouseTextsOf(string faculty) => string.IsNullOrEmpty(faculty) ? HouseTexts : $"{HouseTexts}?board={Uri.EscapeDataString(faculty)}";

    /// <summary>The example letter with texts of the house.</summary>
    /// <param name="version">Null for the texts in force.</param>
    /// <param name="revision">Differs when the words do, so that a browser asks anew.</param>
    /// <param name="faculty">Whose board; empty for the whole institution.</param>
    public static string HouseTextsPreview(Guid? version, string board, string language, int revision, Core.Letters.HouseField sender = Core.Letters.HouseField.Board) =>
        $"{HouseTexts}/preview.pdf?{(version is { } id ? $"version={id}&" : "")}board={Uri.EscapeDataString(board)}&language={language}&sender={sender}&revision={revision}";

    /// <summary>Letters that go out one after another.</summary>
    public static string LetterBatch(Guid batch) => $"{LetterBatches}/{batch}";

    public static string Media(Guid recording) => $"/media/{recording}";

    /// <summary>Small pictures of a recording on one sheet.</summary>
    public static string Storyboard(Guid recording) => $"/media/{recording}/storyboard";

    /// <summary>One screenshot, by its place in order of time.</summary>
    public static string Still(Guid track, int n) => FormattableString.Invariant($"/media/stills/{track}/{n}");

    /// <summary>How loud a recording is, moment by moment.</summary>
    public static string Waveform(Guid recording) => $"/media/{recording}/waveform";

    public static string Signals(CaseNumber number) => $"/review/{number}/signals.bin";

    /// <summary>The moments of the frames of a recording, for exact steps.</summary>
    public static string Frames(CaseNumber number, Guid recording) => $"/review/{number}/frames/{recording}";

    public static string Loudness(CaseNumber number, Guid recording) => $"/review/{number}/loudness/{recording}";

    /// <summary>Where the frames beside the marks of a review are sent.</summary>
    public static string Exhibits(CaseNumber number) => $"/review/{number}/exhibits";

    /// <summary>A frame beside a mark, as it leaves the review.</summary>
    /// <param name="stamp">Another one for other masks, so that no browser shows an earlier state.</param>
    public static string Exhibit(CaseNumber number, Guid exhibit, string stamp) => $"{Exhibits(number)}/{exhibit}?v={stamp}";

    /// <summary>The same as it was taken.</summary>
    public static string ExhibitOriginal(CaseNumber number, Guid exhibit) => $"{Exhibits(number)}/{exhibit}/original";

    /// <summary>A file that the student added, to download.</summary>
    public static string Attachment(CaseNumber number, Guid attachment) => $"/attachments/{number}/{attachment}";

    public static string ReportPdf(CaseNumber number) => $"/proces-verbaal/{number}/report.pdf";

    public static string ReportPreview(CaseNumber number, string language, long stamp) => $"/proces-verbaal/{number}/preview.pdf?language={language}&v={stamp}";

    public static string LetterPdf(Guid letter) => $"/letters/pdf/{letter}";

    /// <summary>The same letter, to keep.</summary>
    public static string LetterDownload(Guid letter) => $"{LetterPdf(letter)}?download=true";

    /// <summary>How a letter was sent, notified and read.</summary>
    public static string DeliveryLog(Guid letter) => $"/letters/log/{letter}";

    /// <summary>What came back about an e-mail, as a file.</summary>
    public static string ReturnedMail(Guid report) => $"{ReturnedMails}/{report}";

    /// <param name="way">How it is about to go out, as the page has it; null for through the portal.</param>
    public static string LetterPreview(CaseNumber number, string language, long stamp, Guid? way = null) => $"/letters/{number}/preview.pdf?language={language}&v={stamp}{Chosen(way)}";

    /// <summary>The agenda of the board on one day.</summary>
    public static string Session(DateOnly date) => $"{Sessions}/{date:yyyy-MM-dd}";

    public static string SessionCalendar(DateOnly date) => $"{Session(date)}/session.ics";

    public static string HearingCalendar(CaseNumber number) => $"/committee/{number}/hearing.ics";

    /// <summary>What the board asks the examiner.</summary>
    public static string Information(CaseNumber number) => $"/committee/{number}/information";

    /// <summary>Where the work that waits is done; an examiner answers on a page beside the room.</summary>
    public static string Work(CaseAction? toDo, Room room, CaseNumber number) => toDo is CaseAction.AnswerInformation ? Information(number) : Case(room, number);

    /// <summary>The file of a case for the appeals board.</summary>
    public static string Dossier(CaseNumber number) => $"/appeals/{number}/dossier.zip";

    /// <summary>A request for a special facility, for who handles it.</summary>
    public static string FacilityRequest(FacilityNumber number) => $"{FacilityRequests}/{number}";

    public static string FacilityPreview(FacilityNumber number, string language, long stamp, Guid? way = null) => $"{FacilityRequest(number)}/preview.pdf?language={language}&v={stamp}{Chosen(way)}";

    /// <summary>The same request, for the student who made it.</summary>
    public static string MyFacility(FacilityNumber number) => $"{MyFacilities}/{number}";

    public static string StudentCase(CaseNumber number) => $"{Student}/{number}";

    private static string Chosen(Guid? way) => way is null ? "" : $"&way={way}";

    private static string Segment(Room room) => room switch
    {
        Core.Lifecycle.Room.Necessity => "necessity",
        Core.Lifecycle.Room.Recordings => "recordings",
        Core.Lifecycle.Room.Review => "review",
        Core.Lifecycle.Room.ProcesVerbaal => "proces-verbaal",
        Core.Lifecycle.Room.Committee => "committee",
        Core.Lifecycle.Room.Decisions => "decisions",
        Core.Lifecycle.Room.Letters => "letters",
        Core.Lifecycle.Room.Appeals => "appeals",
        Core.Lifecycle.Room.Retention => "retention",
        _ => throw new ArgumentOutOfRangeException(nameof(room), room, "A room without an address"),
    };
}
