using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Necessity;

/// <summary>The board asks the study adviser, the examiner and the director of education, and each answers (UU-R1-8, UU-R1-11, UU-R1-12).</summary>
public sealed class ConsultOnFacility(FacilityFiles files)
{
    /// <param name="action">Whom the board asks.</param>
    /// <param name="whom">Somebody who holds the role that is asked.</param>
    public Task<FacilityAnswer> AskAsync(FacilityAsSeen request, FacilityAction action, PersonId whom, string question, PersonId by, CancellationToken ct) => files.StepAsync(
        request, action, by,
        async file =>
        {
            var person = await file.Db.PersonAsync(whom, ct) is { } found && found.Is(RoleOf(action)) ? found : null;
            file.State(FacilityNeed.PersonNamed, person is not null);
            file.State(FacilityNeed.QuestionWritten, !Inked.IsEmpty(question));
            if (person is not null) Put(file.Request, action, new Consultation(person.Id, person.Name, question.Trim(), file.Now));
        },
        keep: null, ct);

    /// <param name="agrees">What the director says; nothing for the others.</param>
    public Task<FacilityAnswer> AnswerAsync(FacilityAsSeen request, FacilityAction action, string answer, bool? agrees, PersonId by, CancellationToken ct) => files.StepAsync(
        request, action, by,
        file =>
        {
            var asked = Asked(file.Request, action);
            file.State(FacilityNeed.AnswerWritten, !Inked.IsEmpty(answer) && (agrees is not null || action is not FacilityAction.AnswerDirector));
            file.State(FacilityNeed.NoCitizenNumber, !CitizenNumbers.StandIn([file.Request.Test, file.Request.Course], answer));
            if (asked is null) return;
            var given = asked with { Answer = answer.Trim(), Agrees = action is FacilityAction.AnswerDirector ? agrees : null, AnsweredAt = file.Now, WrittenDownBy = asked.Person == file.Actor.Id ? "" : file.Actor.Name };
            Put(file.Request, action, given);
        },
        ct);

    /// <summary>Who can be asked.</summary>
    public static Role RoleOf(FacilityAction action) => action switch
    {
        FacilityAction.AskAdvice or FacilityAction.GiveAdvice => Role.StudyAdviser,
        FacilityAction.AskDirector or FacilityAction.AnswerDirector => Role.EducationDirector,
        FacilityAction.ConsultExaminer or FacilityAction.AnswerExaminer => Role.Examiner,
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Nobody is asked in this step"),
    };

    private static Consultation? Asked(FacilityRequest request, FacilityAction action) => RoleOf(action) switch
    {
        Role.StudyAdviser => request.Adviser,
        Role.EducationDirector => request.Director,
        _ => request.Examiner,
    };

    private static void Put(FacilityRequest request, FacilityAction action, Consultation consultation)
    {
        switch (RoleOf(action))
        {
            case Role.StudyAdviser: request.Adviser = consultation; break;
            case Role.EducationDirector: request.Director = consultation; break;
            default: request.Examiner = consultation; break;
        }
    }
}
