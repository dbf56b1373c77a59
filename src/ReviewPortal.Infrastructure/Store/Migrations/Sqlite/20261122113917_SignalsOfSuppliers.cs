using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReviewPortal.Infrastructure.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SignalsOfSuppliers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "Delivery",
                table: "Signals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SameAs",
                table: "Signals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ExternalIds",
                columns: table => new
                {
                    System = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Sitting = table.Column<Guid>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExternalIds", x => new { x.System, x.Key });
                    table.ForeignKey(
                        name: "FK_ExternalIds_Sittings_Sitting",
                        column: x => x.Sitting,
                        principalTable: "Sittings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SignalDeliveries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Format = table.Column<string>(type: "TEXT", nullable: false),
                    Supplier = table.Column<string>(type: "TEXT", nullable: false),
                    File = table.Column<string>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Names = table.Column<string>(type: "TEXT", nullable: false),
                    ReceivedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReceivedByName = table.Column<string>(type: "TEXT", nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Sitting = table.Column<Guid>(type: "TEXT", nullable: true),
                    LinkedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LinkedByName = table.Column<string>(type: "TEXT", nullable: true),
                    Added = table.Column<int>(type: "INTEGER", nullable: false),
                    CameLate = table.Column<bool>(type: "INTEGER", nullable: false),
                    DiscardedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DiscardedByName = table.Column<string>(type: "TEXT", nullable: true),
                    DiscardReason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignalDeliveries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SignalDeliveries_Sittings_Sitting",
                        column: x => x.Sitting,
                        principalTable: "Sittings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Signals_Delivery",
                table: "Signals",
                column: "Delivery");

            migrationBuilder.CreateIndex(
                name: "IX_Signals_Sitting_SameAs",
                table: "Signals",
                columns: new[] { "Sitting", "SameAs" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ExternalIds_Sitting",
                table: "ExternalIds",
                column: "Sitting");

            migrationBuilder.CreateIndex(
                name: "IX_SignalDeliveries_ReceivedAt",
                table: "SignalDeliveries",
                column: "ReceivedAt");

            migrationBuilder.CreateIndex(
                name: "IX_SignalDeliveries_Sha256",
                table: "SignalDeliveries",
                column: "Sha256",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SignalDeliveries_Sitting",
                table: "SignalDeliveries",
                column: "Sitting");

            migrationBuilder.AddForeignKey(
                name: "FK_Signals_SignalDeliveries_Delivery",
                table: "Signals",
                column: "Delivery",
                principalTable: "SignalDeliveries",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Signals_SignalDeliveries_Delivery",
                table: "Signals");

            migrationBuilder.DropTable(
                name: "ExternalIds");

            migrationBuilder.DropTable(
                name: "SignalDeliveries");

            migrationBuilder.DropIndex(
                name: "IX_Signals_Delivery",
                table: "Signals");

            migrationBuilder.DropIndex(
                name: "IX_Signals_Sitting_SameAs",
                table: "Signals");

            migrationBuilder.DropColumn(
                name: "Delivery",
                table: "Signals");

            migrationBuilder.DropColumn(
                name: "SameAs",
                table: "Signals");
        }
    }
}
