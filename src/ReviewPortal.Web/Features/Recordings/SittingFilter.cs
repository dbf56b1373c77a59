using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>By what the list of sittings can be sorted; written small in the address.</summary>
public enum SittingColumn
{
    Start,
    Case,
    Exam,
    Length,
    Candidate,
    Covered,
    Gap,
    Signals,
    Reports,
    State,
    Reviewer,
    Due,
}

/// <summary>How much of a sitting was recorded.</summary>
public enum Recorded
{
    /// <summary>Every track, without a hole.</summary>
    Whole,

    /// <summary>A track is missing or has a hole.</summary>
    Holes,

    /// <summary>Of some track less than nine tenths.</summary>
    Little,
}

/// <summary>What somebody asks of the list of sittings. It stands in the address: a list can be sent to a colleague, and "back" leads to the list before it.</summary>
public sealed record SittingFilter
{
    /// <summary>The reviewer of sittings that nobody reviews.</summary>
    public const string Nobody = "none";

    public static readonly SittingFilter Everything = new();

    public string Words { get; init; } = "";

    /// <summary>By its code.</summary>
    public string Exam { get; init; } = "";

    public CaseState? State { get; init; }

    public string Faculty { get; init; } = "";

    public string Supplier { get; init; } = "";

    /// <summary>An account, or <see cref="Nobody"/>.</summary>
    public string Reviewer { get; init; } = "";

    /// <summary>The first day of the sitting, in Amsterdam.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    /// <summary>With or without a report of the candidate during the test.</summary>
    public bool? Reported { get; init; }

    public Recorded? Recorded { get; init; }

    /// <summary>Only where the next step is due before today.</summary>
    public bool Late { get; init; }

    public SittingColumn Sort { get; init; }

    /// <summary>The other way round than that column begins.</summary>
    public bool Reversed { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>How many filters lie behind "more".</summary>
    public int MoreCount => new[] { Faculty.Length > 0, Supplier.Length > 0, Reviewer.Length > 0, From is not null, Until is not null, Reported is not null, Recorded is not null, Late }.Count(on => on);

    public PersonId? ReviewerId => Guid.TryParse(Reviewer, out var id) ? new PersonId(id) : null;

    /// <summary>What moments begin with the newest, numbers with the largest and words with A; what was recorded begins with the least.</summary>
    public bool Descending => Sort is SittingColumn.Start or SittingColumn.Length or SittingColumn.Gap or SittingColumn.Signals or SittingColumn.Reports ? !Reversed : Reversed;

    /// <summary>Filters something, whatever the order.</summary>
    public bool IsNarrowed => (this with { Sort = default, Reversed = false, Page = 1 }) != Everything;

    public SittingFilter SortedBy(SittingColumn column) => this with { Sort = column, Reversed = Sort == column && !Reversed, Page = 1 };

    /// <summary>What is saved under a name: everything but the page.</summary>
    public string ToView() => (this with { Page = 1 }).ToString();

    /// <summary>As the address has it: empty, or beginning with a question mark. Whatever has its ordinary value is not written.</summary>
    public override string ToString()
    {
        (string Name, string Value)[] parts =
        [
            ("words", Words.Trim()), ("exam", Exam), ("state", State?.ToString() ?? ""), ("faculty", Faculty), ("supplier", Supplier), ("reviewer", Reviewer),
            ("from", IsoDay.Of(From) ?? ""), ("until", IsoDay.Of(Until) ?? ""),
            ("reported", Reported switch { true => "yes", false => "no", _ => "" }), ("recorded", Recorded?.ToString().ToLowerInvariant() ?? ""), ("due", Late ? "late" : ""),
            ("sort", Sort is SittingColumn.Start ? "" : Sort.ToString().ToLowerInvariant()), ("order", Reversed ? "reversed" : ""), ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : ""),
        ];
        var written = string.Join('&', parts.Where(part => part.Value.Length > 0).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}"));
        return written.Length is 0 ? "" : "?" + written;
    }

    /// <summary>What an address asks. What it does not know, or what is no value, filters nothing.</summary>
    public static SittingFilter Parse(string? query)
    {
        var asked = QueryHelpers.ParseQuery(query ?? "");
        return new SittingFilter
        {
            Words = Of("words"),
            Exam = Of("exam"),
            State = Enum<CaseState>("state"),
            Faculty = Of("faculty"),
            Supplier = Of("supplier"),
            Reviewer = Of("reviewer") is var reviewer && (reviewer is Nobody || Guid.TryParse(reviewer, out _)) ? reviewer : "",
            From = Day("from"),
            Until = Day("until"),
            Reported = Of("reported") switch { "yes" => true, "no" => false, _ => null },
            Recorded = Enum<Recorded>("recorded"),
            Late = Of("due") is "late",
            Sort = Enum<SittingColumn>("sort") ?? default,
            Reversed = Of("order") is "reversed",
            Page = int.TryParse(Of("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 1_000_000 ? page : 1,
        };

        string Of(string name) => asked.TryGetValue(name, out var values) && values is [var value] && value is { Length: <= 500 } ? value : "";

        T? Enum<T>(string name)
            where T : struct, Enum => System.Enum.TryParse<T>(Of(name), ignoreCase: true, out var value) && System.Enum.IsDefined(value) && !Of(name).All(char.IsDigit) ? value : null;

        DateOnly? Day(string name) => IsoDay.Parse(Of(name)) is { Year: > 1900 and < 9999 } day ? day : null;
    }
}
