using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace ReviewPortal.Web.Features.Worklist;

/// <summary>By what the workload can be sorted; written small in the address.</summary>
public enum WorkloadColumn
{
    Name,
    InHand,
    ToWatch,
    Finished,
    Days,
    Watched,
    Second,
}

/// <summary>What somebody asks of the workload. It stands in the address, as with the list of sittings.</summary>
public sealed record WorkloadFilter
{
    public const int PageSize = 25;

    public static readonly WorkloadFilter Standard = new();

    /// <summary>How many weeks can be looked back.</summary>
    public static readonly int[] Periods = [4, 8, 26];

    public string Words { get; init; } = "";

    public int Weeks { get; init; } = 8;

    public WorkloadColumn Sort { get; init; }

    /// <summary>The other way round than that column begins.</summary>
    public bool Reversed { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>Names begin with A, amounts with the largest.</summary>
    public bool Descending => Sort is WorkloadColumn.Name ? Reversed : !Reversed;

    public WorkloadFilter SortedBy(WorkloadColumn column) => this with { Sort = column, Reversed = Sort == column && !Reversed, Page = 1 };

    /// <summary>As the address has it: empty, or beginning with a question mark. Whatever has its ordinary value is not written.</summary>
    public override string ToString()
    {
        (string Name, string Value)[] parts =
        [
            ("words", Words.Trim()), ("weeks", Weeks == Standard.Weeks ? "" : Weeks.ToString(CultureInfo.InvariantCulture)), ("sort", Sort is WorkloadColumn.Name ? "" : Sort.ToString().ToLowerInvariant()),
            ("order", Reversed ? "reversed" : ""), ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : ""),
        ];
        var written = string.Join('&', parts.Where(part => part.Value.Length > 0).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}"));
        return written.Length is 0 ? "" : "?" + written;
    }

    /// <summary>What an address asks. What it does not know, or what is no value, filters nothing.</summary>
    public static WorkloadFilter Parse(string? query)
    {
        var asked = QueryHelpers.ParseQuery(query ?? "");
        return new WorkloadFilter
        {
            Words = Of("words"),
            Weeks = int.TryParse(Of("weeks"), NumberStyles.None, CultureInfo.InvariantCulture, out var weeks) && Periods.Contains(weeks) ? weeks : Standard.Weeks,
            Sort = Enum.TryParse<WorkloadColumn>(Of("sort"), ignoreCase: true, out var column) && Enum.IsDefined(column) && !Of("sort").All(char.IsDigit) ? column : default,
            Reversed = Of("order") is "reversed",
            Page = int.TryParse(Of("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 1_000_000 ? page : 1,
        };

        string Of(string name) => asked.TryGetValue(name, out var values) && values is [var value] && value is { Length: <= 100 } ? value : "";
    }
}
