using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Web.Features.Worklist;

/// <summary>One line of a list of cases.</summary>
public sealed record CaseRow
{
    public required CaseNumber Number { get; init; }

    public required string Exam { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required string Pseudonym { get; init; }

    public required CaseState State { get; init; }

    public required Outcome? Outcome { get; init; }

    /// <summary>The outcome was signed by one member and not yet by another.</summary>
    public bool IsProposed { get; init; }

    /// <summary>The decision was printed and has not been sent yet.</summary>
    public bool IsToPost { get; init; }

    public required DateOnly? Due { get; init; }

    /// <summary>The reviewer, or null while nobody has the case.</summary>
    public required string? Reviewer { get; init; }

    /// <summary>What waits here for the person who looks; null in lists that are not about work.</summary>
    public CaseAction? ToDo { get; init; }

    public Room Room { get; init; }
}

/// <summary>A page of a list with the number of lines in all.</summary>
public sealed record CaseRows(IReadOnlyList<CaseRow> Rows, int Total);

/// <summary>Which part of a list, in which order.</summary>
/// <param name="OrderBy">The name of a column of <see cref="CaseRow"/>, with " desc" for the other way round; empty: by due day.</param>
public sealed record ListPage(int Skip, int Take, string OrderBy);
