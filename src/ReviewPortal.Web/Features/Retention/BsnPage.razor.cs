using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Extensions;
using ReviewPortal.Core.Cases;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Retention;

/// <summary>All reports of visible citizen service numbers; what the list shows stands in its address.</summary>
public sealed partial class BsnPage(BsnIncidents incidents, Me me, NavigationManager navigation)
{
    private static readonly (BsnOrder? Order, string Name)[] Headers =
        [(BsnOrder.Case, "Csv.Case"), (null, "Csv.Track"), (null, "Moment"), (BsnOrder.By, "Csv.By"), (BsnOrder.At, "Csv.At"), (BsnOrder.Handled, "Csv.State")];

    private ImmutableArray<BsnRow>? _rows;

    [SupplyParameterFromQuery]
    public bool? Open { get; set; }

    [SupplyParameterFromQuery]
    public string? Words { get; set; }

    [SupplyParameterFromQuery]
    public string? Order { get; set; }

    [SupplyParameterFromQuery]
    public bool? Down { get; set; }

    private BsnQuestion Question => new(Open, Words, Enum.TryParse<BsnOrder>(Order, ignoreCase: true, out var order) ? order : BsnOrder.At, Down ?? true);

    protected override async Task OnParametersSetAsync() => _rows = await incidents.ReadAsync(await me.IdAsync(), Question, CancellationToken.None);

    private void To(BsnQuestion question) => navigation.NavigateTo(Links.BsnIncidents + Query(question));

    private static string Query(BsnQuestion question)
    {
        var query = new QueryBuilder();
        if (question.Open is { } open) query.Add("open", open ? "true" : "false");
        if (question.Words is { Length: > 0 } words) query.Add("words", words);
        if (question.Order is not BsnOrder.At) query.Add("order", question.Order.ToString());
        if (!question.Descending) query.Add("down", "false");
        return query.ToString();
    }
}
