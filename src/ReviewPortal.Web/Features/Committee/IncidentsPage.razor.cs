using System.Collections.Immutable;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Committee;

/// <summary>One cause is named once for many cases of a test; what follows is each case's own.</summary>
public sealed partial class IncidentsPage(IncidentViews views, LinkIncident link, Me me, TimeProvider clock)
{
    private readonly HashSet<CaseNumber> _chosen = [];
    private IncidentLines? _incidents;
    private ImmutableArray<ExamWithCases> _exams = [];
    private Guid _exam;
    private string _title = "";
    private string _description = "";
    private string _reportedBy = "";
    private NamedIncident? _named;
    private Guid _namedFor;
    private int _linked;
    private bool _busy;
    private Answer? _refused;
    private PersonId _by;

    private ImmutableArray<LinkableCase> Shown => _exams.FirstOrDefault(exam => exam.Exam == _exam)?.Cases ?? [];

    private bool IsComplete => _chosen.Count > 0 && new[] { _title, _description, _reportedBy }.All(text => !Inked.IsEmpty(text));

    protected override async Task OnInitializedAsync()
    {
        _by = await me.IdAsync();
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        await ShowPageAsync(0);
        _exams = await views.ToLinkAsync(_by, CancellationToken.None);
        if (_exams.All(exam => exam.Exam != _exam)) _exam = _exams.FirstOrDefault()?.Exam ?? Guid.Empty;
    }

    private async Task ShowPageAsync(int skip) => _incidents = await views.ListAsync(_by, skip, CancellationToken.None);

    private void Show(Guid exam)
    {
        _exam = exam;
        _chosen.Clear();
    }

    private void Choose(CaseNumber number, bool on)
    {
        if (on) _chosen.Add(number);
        else _chosen.Remove(number);
    }

    private void ChooseAll(bool on)
    {
        _chosen.Clear();
        if (on) _chosen.UnionWith(Shown.Select(item => item.Number));
    }

    // One cause is one incident: another attempt with the same words links the rest to the one that was named.
    private NamedIncident Named()
    {
        var named = new NamedIncident(_named?.Id ?? Guid.Empty, _title, _description, _reportedBy);
        return named == _named && _namedFor == _exam ? named : named with { Id = Guid.CreateVersion7(clock.GetUtcNow()) };
    }

    private async Task LinkAsync()
    {
        (_busy, _refused, _linked) = (true, null, 0);
        var incident = Named();
        foreach (var item in Shown.Where(item => _chosen.Contains(item.Number)))
        {
            var answer = await link.RunAsync(item.Case, incident, _by, CancellationToken.None);
            if (answer.IsDone) _linked += _chosen.Remove(item.Number) ? 1 : 0;
            else _refused = answer;
        }

        if (_linked > 0) (_named, _namedFor) = (incident, _exam);
        // What could not be linked stays chosen, with the words, for another attempt.
        if (_chosen.Count is 0) (_title, _description, _reportedBy) = ("", "", "");
        _busy = false;
        await LoadAsync();
    }
}
