using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Radzen;
using Radzen.Blazor;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Access.Pages;

/// <summary>The audit log, newest first, with the check of its chain. What is looked for stands in the address, so that it can be sent and found again.</summary>
public sealed partial class AuditPage(AuditLog log, PortalDbs dbs, Me me, NavigationManager navigation)
{
    private const int PageSize = 50;

    private sealed record BsnReport(CaseNumber Number, DateTimeOffset At);

    private RadzenDataGrid<AuditLine>? _grid;
    private IReadOnlyList<BsnReport> _bsn = [];
    private IReadOnlyList<AuditLine>? _lines; // Null until the grid has asked: that is how it knows to ask.
    private IReadOnlyList<string> _actions = [];
    private AuditQuestion _asked = new();
    private int _total;
    private PersonId _by;
    private bool _ready;
    private bool _seesCases;
    private bool _verifying;
    private string? _verified;

    [SupplyParameterFromQuery]
    public string? Words { get; set; }

    [SupplyParameterFromQuery]
    public string? Action { get; set; }

    [SupplyParameterFromQuery]
    public DateOnly? From { get; set; }

    [SupplyParameterFromQuery]
    public DateOnly? To { get; set; }

    private AuditWords Say => new(Texts, Here.Language);

    private string Csv => navigation.GetUriWithQueryParameters(Links.AuditCsv, Parameters);

    private Dictionary<string, object?> Parameters => new(StringComparer.Ordinal)
    {
        ["words"] = _asked.Words is { Length: > 0 } words ? words : null,
        ["action"] = _asked.Action is { Length: > 0 } action ? action : null,
        ["from"] = _asked.From,
        ["to"] = _asked.To,
    };

    protected override async Task OnInitializedAsync()
    {
        var who = await me.WhoAsync();
        (_by, _seesCases) = (who.Id, who.Is(Role.DataProtectionOfficer));
        _actions = [.. (await log.ActionsAsync(_by, CancellationToken.None)).OrderBy(Say.Did, StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true))];
        await using var db = await dbs.LookAsync(CancellationToken.None);
        _bsn = await db.ProcessenVerbaal.Where(report => report.BsnVisible && report.SignedAt != null)
            .Join(db.Cases, report => report.Case, item => item.Id, (report, item) => new BsnReport(item.Number, report.SignedAt!.Value))
            .ToListAsync();
        _ready = true;
    }

    // The address is the one place where the question stands: typing changes it, and so does going back.
    protected override Task OnParametersSetAsync()
    {
        var asked = new AuditQuestion(Words, Action, From, To);
        if (asked == _asked) return Task.CompletedTask;
        _asked = asked;
        return _grid?.FirstPage(forceReload: true) ?? Task.CompletedTask;
    }

    private void Ask(AuditQuestion asked)
    {
        var before = _asked;
        _asked = asked;
        navigation.NavigateTo(navigation.GetUriWithQueryParameters(Parameters), replace: true);
        _asked = before; // What comes back as parameters is what is asked.
    }

    private static DateOnly? DayOf(ChangeEventArgs change) => DateOnly.TryParse(change.Value as string, CultureInfo.InvariantCulture, out var day) ? day : null;

    private async Task LoadAsync(LoadDataArgs args) =>
        (_lines, _total) = await log.ReadAsync(_by, _asked, args.Skip ?? 0, args.Top ?? PageSize, CancellationToken.None);

    private async Task VerifyAsync()
    {
        _verifying = true;
        await using (var db = await dbs.LookAsync(CancellationToken.None))
        {
            var (rows, head, at) = await db.VerifyAuditAsync(CancellationToken.None);
            _verified = at is null ? Texts["Audit.Holds", rows, head[..12]] : Texts["Audit.Broken", at.Seq, at.Kind];
        }

        _verifying = false;
    }
}
