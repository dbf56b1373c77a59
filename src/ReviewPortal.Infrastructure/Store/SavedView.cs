using ReviewPortal.Core.Cases;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>A filter of a list that somebody gave a name. Nobody else sees it.</summary>
public sealed class SavedView
{
    public const int LongestName = 60;

    public Guid Id { get; init; }

    public PersonId Person { get; init; }

    /// <summary>Which list it filters: "sittings".</summary>
    public required string List { get; init; }

    public required string Name { get; set; }

    /// <summary>The filter as it stands in the address, without the page.</summary>
    public required string Query { get; set; }
}
