using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Features.Review;
using ReviewPortal.Web.Features.Student;

namespace ReviewPortal.Web.Demo;

/// <summary>Lets the demo accounts take the real steps of the procedure, on days gone by.</summary>
internal sealed class DemoStage
{
    private readonly IServiceProvider _services;
    private readonly PortalDbs _dbs;
    private readonly CaseFiles _files;
    private readonly List<(DateTimeOffset Moment, Func<Task> What)> _plan = [];

    public DemoStage(IServiceProvider services)
    {
        _services = services;
        _dbs = services.GetRequiredService<PortalDbs>();
        Clock = new StoryClock(services.GetRequiredService<TimeProvider>());
        _files = new CaseFiles(_dbs, services.GetRequiredService<CaseNews>(), Clock, services.GetRequiredService<BoardPolicy>(), services.GetRequiredService<Institutions>());
    }

    public StoryClock Clock { get; }

    /// <summary>This person, who confirms as the people of the demo do (Awb 2:18).</summary>
    public Signatory Signed(PersonId by) => Signatory.Proven(by, new Signing(SigningMethod.Demo, Clock.GetUtcNow()));

    /// <summary>One of the portal's own actions, with the story's clock.</summary>
    public T Action<T>() => ActivatorUtilities.CreateInstance<T>(_services, _files);

    /// <summary>An action on a request for a special facility, with the story's clock.</summary>
    public T Facility<T>() => ActivatorUtilities.CreateInstance<T>(_services, new FacilityFiles(_dbs, Clock, _services.GetRequiredService<Institutions>()));

    public async Task<FacilityAsSeen> FacilityAsync(FacilityNumber number)
    {
        await using var db = await _dbs.LookAsync(CancellationToken.None);
        return new(await db.FacilityRequests.Where(item => item.Number == number).Select(item => item.Id).SingleAsync());
    }

    public AgreeToDelivery Agree => ActivatorUtilities.CreateInstance<AgreeToDelivery>(_services, Clock);

    public OpenRecordings Open => ActivatorUtilities.CreateInstance<OpenRecordings>(_services, Clock);

    public ImportDelivery Import => ActivatorUtilities.CreateInstance<ImportDelivery>(_services, Clock);

    public TakeInStills Stills => ActivatorUtilities.CreateInstance<TakeInStills>(_services, Clock, ActivatorUtilities.CreateInstance<TakeInSignals>(_services, Clock));

    public TakeInRoster Rosters => ActivatorUtilities.CreateInstance<TakeInRoster>(_services, Clock);

    public async Task<Actor> WhoAsync(string email)
    {
        await using var db = await _dbs.LookAsync(CancellationToken.None);
        return (await db.PersonsAsync(user => user.Email == email, CancellationToken.None)).Single();
    }

    public async Task<(CaseId Case, Sitting Sitting)> CaseOfAsync(string candidate)
    {
        await using var db = await _dbs.LookAsync(CancellationToken.None);
        var found = await db.Sittings.Where(sitting => sitting.Pseudonym == candidate)
            .Join(db.Cases, sitting => sitting.Id, item => item.Sitting, (sitting, item) => new { sitting, item.Id })
            .SingleAsync();
        return (found.Id, found.sitting);
    }

    public async Task<ComparedMoment> FirstComparedAsync(CaseId @case, PersonId by) =>
        (await _files.LookAsync(@case, by, file => ComparisonView.OfAsync(file, CancellationToken.None), CancellationToken.None))!.Moments[0].Moment;

    public async Task<IReadOnlyList<long>> SignalsAsync(SittingId sitting, string containing)
    {
        await using var db = await _dbs.LookAsync(CancellationToken.None);
        return await db.Signals.Where(signal => signal.Sitting == sitting && signal.Text.Contains(containing)).Select(signal => signal.Id).ToListAsync();
    }

    /// <summary>What the candidate wrote around a stretch, as a reviewer finds it beside the mark.</summary>
    public async Task<ImmutableArray<long>> ReportsNearAsync(SittingId sitting, double from, double to)
    {
        await using var db = await _dbs.LookAsync(CancellationToken.None);
        return [.. await db.Messages.Where(line => line.Sitting == sitting && line.From == MessageFrom.Candidate && line.At >= from - NearSignals.Around && line.At <= to + NearSignals.Around).Select(line => line.Id).ToListAsync()];
    }

    public async Task<long> FirstReportAsync(SittingId sitting)
    {
        await using var db = await _dbs.LookAsync(CancellationToken.None);
        return await db.Messages.Where(message => message.Sitting == sitting && message.From == Core.Recordings.MessageFrom.Candidate).OrderBy(message => message.At).Select(message => message.Id).FirstAsync();
    }

    public async Task<int> RevisionAsync(CaseId id)
    {
        await using var db = await _dbs.LookAsync(CancellationToken.None);
        return await db.Decisions.Where(decision => decision.Case == id).Select(decision => decision.Revision).SingleAsync();
    }

    /// <summary>A step that is refused is a fault of the story, and says so.</summary>
    public static async Task MustAsync(Task<Answer> step)
    {
        if (await step is Refused refused) throw new InvalidOperationException("The demo: " + refused.Sentence(Core.Writing.Language.English));
    }

    /// <summary>So many days after a moment, at this hour in Amsterdam; never on a Saturday or Sunday.</summary>
    public static DateTimeOffset WorkingMoment(DateTimeOffset after, int days, int hour, int minute)
    {
        var date = Amsterdam.DateOf(after).AddDays(days);
        while (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) date = date.AddDays(1);
        return Amsterdam.At(date, new TimeOnly(hour, minute));
    }

    public void Plan(DateTimeOffset moment, Func<Task> what) => _plan.Add((moment, what));

    /// <summary>Everything planned happens in the order of time, as it would have.</summary>
    public async Task PlayAsync()
    {
        // The people of the demo have no mailbox: whatever server has been set up, what they were sent lies in the folder.
        using var outbox = ActivatorUtilities.CreateInstance<Outbox>(_services, new PickupFolder(_services.GetRequiredService<DataFolder>().Mail), Clock);
        foreach (var (moment, what) in _plan.OrderBy(step => step.Moment))
        {
            Clock.Set(moment);
            await what();
            await outbox.RunAsync(CancellationToken.None);
        }
    }
}
