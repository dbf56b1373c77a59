using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Student;

/// <summary>One of the student's requests in a list.</summary>
public sealed record MyFacilityLine(FacilityNumber Number, string Test, DateOnly TestOn, FacilityState State, DateTimeOffset FiledAt, bool IsAsked);

/// <summary>One of the student's requests, as far as its student may know it today.</summary>
/// <param name="Request">What the student wrote, and what was asked of the student.</param>
/// <param name="Letter">Null until the decision has been made known.</param>
public sealed record MyFacility(FacilityAsSeen AsSeen, FacilityRequest Request, bool MayWithdraw, bool MayGiveView, MyLetter? Letter);

/// <summary>What a student finds of the own requests for a special facility.</summary>
public sealed class MyFacilities(PortalDbs dbs, FacilityFiles files, TimeProvider clock)
{
    /// <summary>The newest first; nothing for whoever is no student.</summary>
    public async Task<ImmutableArray<MyFacilityLine>> ListAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await db.PersonAsync(by, ct) is not { StudentNumber: { } number } actor || !actor.Is(Role.Student)) return [];
        var own = await db.FacilityRequests.Where(item => item.StudentNumber == number).OrderByDescending(item => item.FiledAt).ToListAsync(ct);
        return [.. own.Select(item => new MyFacilityLine(item.Number, item.Test, item.TestOn, item.StateOutside, item.FiledAt, item.StateOutside is FacilityState.Assessed && item.View is { GivenAt: null }))];
    }

    /// <returns>Null when there is none with this number, or it is not the student's own.</returns>
    public Task<MyFacility?> FindAsync(string number, PersonId by, CancellationToken ct) => FacilityNumber.Parse(number) is not { } parsed ? Task.FromResult<MyFacility?>(null) : files.LookAsync(
        parsed, by,
        async file =>
        {
            if (file.Seen is not FacilitySeen.Own) return null;
            var letter = await file.Db.Letters.FirstOrDefaultAsync(item => item.Request == file.Request.Id, ct);
            var mine = letter is null ? null : MyLetter.Of(
                letter, [.. await file.Db.Sendings.Where(item => item.Letter == letter.Id).OrderBy(item => item.At).ToListAsync(ct)],
                (await file.Db.ProgressOfLetterAsync(letter.Id, ct)).LastOrDefault(), clock.GetUtcNow());
            var (withdraw, view) = (file.IsOpen(FacilityAction.Withdraw), file.IsOpen(FacilityAction.GiveView));
            return new MyFacility(new(file.Request.Id, file.Request.Version), file.Request, withdraw, view, mine);
        },
        ct);
}
