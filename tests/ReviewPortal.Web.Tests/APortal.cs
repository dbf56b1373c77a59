using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Demo;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Features.Student;
using ReviewPortal.Web.Tests.Import;

namespace ReviewPortal.Web.Tests;

/// <summary>The portal itself, with its own services on a database file in a folder of its own, and a clock that the test turns.</summary>
internal sealed class APortal : IAsyncDisposable
{
    /// <summary>The evening of the test, on which the supplier delivers.</summary>
    public static readonly DateTimeOffset Delivered = Amsterdam.At(new DateOnly(2026, 11, 2), new TimeOnly(20, 0));

    private static readonly Lazy<Task<DirectoryInfo>> Peopled = new(PeopleAsync);

    private readonly ConcurrentDictionary<string, Actor> _people = new(StringComparer.Ordinal);
    private readonly WebApplication _app;

    private APortal(DirectoryInfo folder, DateTimeOffset now, string environment, params string[] settings)
    {
        Folder = folder;
        Clock = new TurnableClock(now);
        _app = Portal.Build(new PortalOptions(
            folder.FullName,
            [$"--environment={environment}", "--applicationName=ReviewPortal.Web", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None", "--Logging:LogLevel:Microsoft.EntityFrameworkCore=None", "--Logging:LogLevel:Microsoft.AspNetCore=None", .. settings])
        {
            IsCommand = true, Clock = Clock,
        });
    }

    public DirectoryInfo Folder { get; }

    public TurnableClock Clock { get; }

    public IServiceProvider Services => _app.Services;

    public PortalDbs Dbs => Get<PortalDbs>();

    /// <summary>The address at which it serves, once it has been started.</summary>
    public Uri Address => new(_app.Urls.Single());

    public string DatabaseFile => Path.Combine(Folder.FullName, "portal.db");

    public string VaultFolder => Path.Combine(Folder.FullName, "vault");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>An empty portal with an account for every role and a student for every sample.</summary>
    public static async Task<APortal> WithDemoPeopleAsync(string environment = "Development", params string[] settings) => CopyOf(await Peopled.Value, Delivered, environment, settings);

    /// <summary>As <see cref="WithDemoPeopleAsync"/>, where nobody has registered an agreement or a retention rule yet.</summary>
    public static async Task<APortal> WithoutAgreementsAsync(params string[] settings)
    {
        var portal = await WithDemoPeopleAsync("Production", settings);
        await Sql.RunAsync(portal.DatabaseFile, "DELETE FROM ProcessingAgreements; DELETE FROM Suppliers; DELETE FROM RetentionCoverages");
        return portal;
    }

    /// <summary>A portal that begins with the data of another.</summary>
    public static APortal CopyOf(DirectoryInfo data, DateTimeOffset now, string environment = "Development", params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("portal");
        CopyInto(data, folder);
        return new APortal(folder, now, environment, settings);
    }

    /// <summary>A second portal on the folder of another, as when a command runs beside the server.</summary>
    public static APortal On(DirectoryInfo folder) => new(folder, Delivered, "Development");

    /// <summary>A portal in an empty folder: no database yet.</summary>
    public static APortal InAnEmptyFolder() => new(Directory.CreateTempSubdirectory("portal"), Delivered, "Development");

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>This person, who confirmed just now as the people of the demo do (Awb 2:18).</summary>
    public Signatory Signed(string who) => Signatory.Proven(Who(who).Id, new Signing(SigningMethod.Demo, Clock.GetUtcNow()));

    /// <summary>This person, who did not.</summary>
    public Signatory Unproven(string who) => Signatory.Unproven(Who(who).Id);

    /// <summary>One of the people of the demo: "reviewer", "lid1", the "examinator" of the exam, the "student" of the sitting; or an e-mail address.</summary>
    public Actor Who(string who) => _people.GetOrAdd(who, _ => FindAsync(who switch
    {
        "student" => DemoAccounts.StudentEmail(ADelivery.StudentNumber),
        "examinator" => ADelivery.Examiner,
        _ => who.Contains('@', StringComparison.Ordinal) ? who : DemoAccounts.Email(who),
    }).GetAwaiter().GetResult());

    public async Task<Actor> FindAsync(string email)
    {
        await using var db = await Dbs.LookAsync(Ct);
        return Assert.Single(await db.PersonsAsync(user => user.Email == email, Ct));
    }

    /// <summary>Makes one more account, for a conflict of interest or a second holder of a role.</summary>
    public async Task<Actor> AccountAsync(AccountDraft draft, string? password = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<Accounts>().CreateDemoAsync(draft, password);
        Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(error => error.Description)));
        return await FindAsync(draft.Email);
    }

    public Task<ImportResult> ImportAsync(TempBundle bundle) => Get<ImportDelivery>().RunAsync(bundle.AsFolder(), Who("coordinator"), Ct);

    /// <summary>Takes in one sitting; the case that is opened for it.</summary>
    public async Task<ACase> ImportedAsync(string candidate = ADelivery.Candidate, string studentNumber = ADelivery.StudentNumber)
    {
        using var bundle = ADelivery.Of(candidate, studentNumber);
        var taken = Assert.IsType<TakenIn>(await ImportAsync(bundle));
        return await CaseOfAsync(taken.Sitting);
    }

    public async Task<ACase> CaseOfAsync(SittingId sitting)
    {
        await using var db = await Dbs.LookAsync(Ct);
        return new ACase(this, (await db.Cases.SingleAsync(item => item.Sitting == sitting, Ct)).Id, sitting);
    }

    public async Task<T> ReadAsync<T>(Func<PortalDb, Task<T>> read)
    {
        await using var db = await Dbs.LookAsync(Ct);
        return await read(db);
    }

    /// <summary>Moves the clock to a day of 2026 and an hour in Amsterdam.</summary>
    public APortal On(int month, int day, int hour = 10, int minute = 0)
    {
        Clock.Set(Amsterdam.At(new DateOnly(2026, month, day), new TimeOnly(hour, minute)));
        return this;
    }

    /// <summary>Moves the clock to ten in the morning of a day, in Amsterdam.</summary>
    public APortal On(DateOnly day)
    {
        Clock.Set(Amsterdam.At(day, new TimeOnly(10, 0)));
        return this;
    }

    /// <summary>On the day the clock has been moved to, somebody does this.</summary>
    public T Then<T>(Func<T> doThis) => doThis();

    /// <summary>Everything that is in the database, table by table and row by row, for a comparison of before and after.</summary>
    public async Task<string> DumpAsync() => await Sql.DumpAsync(DatabaseFile);

    public async Task StartAsync() => await _app.StartAsync(Ct);

    /// <summary>Folds the log into the database file and lets go of it, so that the folder can be copied until the tests end.</summary>
    public async Task<DirectoryInfo> CloseAsync()
    {
        await _app.DisposeAsync();
        await Sql.TryAsync(DatabaseFile, "PRAGMA wal_checkpoint(TRUNCATE)");
        LetGo();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Folder.Delete(recursive: true);
        return Folder;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        LetGo();
        if (Folder.Exists) Folder.Delete(recursive: true);
    }

    private void LetGo()
    {
        using var pool = new SqliteConnection(new SqliteFile(DatabaseFile).ConnectionString);
        SqliteConnection.ClearPool(pool);
    }

    private static async Task<DirectoryInfo> PeopleAsync()
    {
        var portal = InAnEmptyFolder();
        await portal.Get<Migrator>().MigrateAsync(CancellationToken.None);
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
            foreach (var draft in DemoAccounts.Staff.Concat(DemoAccounts.Students)) await accounts.CreateDemoAsync(draft);
        }

        foreach (var draft in DemoAccounts.Students) await portal.ConsentAsync(draft.Email);

        await portal.Dbs.ChangeAsync(Agreements.AddAsync, CancellationToken.None);

        return await portal.CloseAsync();
    }

    /// <summary>A student agrees to every kind of messages through the portal.</summary>
    public async Task ConsentAsync(string student)
    {
        foreach (var kind in Enum.GetValues<MessageKind>()) Assert.Null(await Get<AgreeToDelivery>().GiveAsync(kind, ConsentWording.Current, Language.Dutch, Who(student).Id, CancellationToken.None));
    }

    /// <summary>A student takes one agreement back.</summary>
    public async Task WithdrawAsync(MessageKind kind, string student = "student") => Assert.Null(await Get<AgreeToDelivery>().WithdrawAsync(kind, Who(student).Id, CancellationToken.None));

    /// <summary>One round of the outbox.</summary>
    public Task<int> SendMailAsync() => Get<Outbox>().RunAsync(CancellationToken.None);

    private static void CopyInto(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var folder in from.EnumerateDirectories("*", SearchOption.AllDirectories)) Directory.CreateDirectory(Path.Combine(to.FullName, Path.GetRelativePath(from.FullName, folder.FullName)));
        // The lock of the write gate is held while somebody writes, and says nothing.
        foreach (var file in from.EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.Extension is not ".gate")) file.CopyTo(Path.Combine(to.FullName, Path.GetRelativePath(from.FullName, file.FullName)));
    }
}
