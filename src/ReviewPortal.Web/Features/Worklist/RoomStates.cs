using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Web.Features.Worklist;

internal static class RoomStates
{
    /// <summary>The states whose cases a room's list shows. A published decision waits for an appeal that may or may not come: there too.</summary>
    public static CaseState[] Of(Room room) =>
        [.. Enum.GetValues<CaseState>().Where(state => Rooms.Of(state) == room || (room is Room.Appeals && state is CaseState.Notified or CaseState.DeliveryFailed or CaseState.Irrevocable))];
}
